using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The sender, or one who stands in for them or whom they stood in for, takes the report back while nobody has approved it.</summary>
public sealed class RecallReport(Gate gate)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, ReportActor.Sender, ReportAction.Recall, move, async (db, now) =>
            (await MoveReport.SentByAsync(db, now.Id, ct)).Share(Hands.Of(db.PersonId, db.Behalf?.PersonId)) ? null : new Problem(nameof(ReportRow.State), "NotTheSender", now.ChangedBy), ct);
}
