using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>The lead accepts an approved report: its content is frozen and its state moves in one transaction, or neither.</summary>
public sealed class AcceptReport(Gate gate, TimeProvider clock)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, ReportActor.Lead, ReportAction.Accept, move, async (db, now) =>
        {
            var reopenings = await Reopening.ListAsync(db, now.CycleCode, ct);
            if (await FindingFacts.BlockingAsync(db, reopenings, clock.Today(), ct) is var gaps and > 0) return new Problem(nameof(ReportRow.State), "BlockingGaps", gaps);
            var version = 1 + (await db.ListAsync<SnapshotRow>(SnapshotRow.All, null, ct)).Count(s => s.CycleCode == now.CycleCode);
            var title = $"MIRPS {now.CycleCode}" + (version > 1 ? $" v{version}" : "");
            var content = await ReopenedContent.ReadAsync(db, now.CycleCode, reopenings, ct);
            var snapshot = await FreezeReport.StageAsync(db, new Acceptance(Guid.CreateVersion7(), now.CycleCode, title, db.PersonName, null), content, ct);
            await db.StageAsync(Reopening.End, new { Cycle = now.CycleCode, SnapshotNo = (int?)snapshot.SnapshotNo }, ct);
            return null;
        }, ct);
}
