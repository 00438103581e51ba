using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>The lead accepts an approved report: its content is frozen and its state moves in one transaction, or neither.</summary>
public sealed class AcceptReport(Gate gate, TimeProvider clock)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, ReportActor.Lead, ReportAction.Accept, move, async (db, now) =>
        {
            var findings = await FindingFacts.ReadAsync(db, clock.Today(), ct);
            if (FindingRules.Blocking(findings) is var gaps and > 0) return new Problem(nameof(ReportRow.State), "BlockingGaps", gaps);
            await FreezeReport.StageAsync(db, new Acceptance(Guid.CreateVersion7(), now.CycleCode, "MIRPS " + now.CycleCode, db.PersonName, null), ct);
            return null;
        }, ct);
}
