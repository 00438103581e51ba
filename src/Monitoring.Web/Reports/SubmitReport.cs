using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>Sends the country's report to its approver. From then on nothing living of the country is edited.</summary>
public sealed class SubmitReport(Gate gate, TimeProvider clock)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, ReportActor.Sender, ReportAction.Send, move, async (db, now) =>
        {
            var cycle = (await db.ListAsync<Cycle>(Cycle.InCountry, null, ct)).Single(c => c.Code == now.CycleCode);
            if (!ReportRules.TakesReports(cycle, now.ExtendedTo, clock.Today())) return new Problem(nameof(ReportRow.State), "CycleNotOpen", cycle.Code);
            var reopenings = await Reopening.ListAsync(db, now.CycleCode, ct);
            return await FindingFacts.BlockingAsync(db, reopenings, clock.Today(), ct) is var gaps and > 0 ? new Problem(nameof(ReportRow.State), "BlockingGaps", gaps) : null;
        }, ct);
}
