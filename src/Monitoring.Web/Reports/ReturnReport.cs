using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>Gives the report back to the country's focal point with a reason: the approver what was submitted, the lead what was approved.</summary>
public sealed class ReturnReport(Gate gate)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportActor by, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, by, ReportAction.Return, move, MoveReport.NothingMore, ct);
}
