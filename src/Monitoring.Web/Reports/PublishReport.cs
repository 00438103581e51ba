using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The lead publishes what was accepted: from then on donors read it.</summary>
public sealed class PublishReport(Gate gate)
{
    public Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default) =>
        MoveReport.RunAsync(gate, country, ReportActor.Lead, ReportAction.Publish, move, async (db, now) =>
        {
            var published = await db.StageAsync(Publish, new { Cycle = now.CycleCode }, ct);
            return published > 0 ? null : new Problem(nameof(ReportRow.State), "NotNow");
        }, ct);

    public static readonly CountrySql Publish = CountrySql.Of("""
        update Snapshot
           set State = 'Published', PublishedAt = @Now, PublishedBy = @Person
         where Country = @Country and CycleCode = @Cycle and State = 'Accepted'
           and SnapshotNo = (select max(x.SnapshotNo) from Snapshot x where x.Country = @Country and x.CycleCode = @Cycle)
        """);
}
