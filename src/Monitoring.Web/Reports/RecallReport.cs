using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The sender takes the report back while nobody has approved it.</summary>
public sealed class RecallReport(Gate gate)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, ReportActor.Sender, ReportAction.Recall, move, async (db, now) =>
            await MoveReport.IsSenderAsync(db, now.Id, ct) ? null : new Problem(nameof(ReportRow.State), "NotTheSender", now.ChangedBy), ct);
}
