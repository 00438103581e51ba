using Monitoring.Tests.Kernel;
using Monitoring.Web.Reports;

namespace Monitoring.Benchmarks;

/// <summary>
/// Set M as the region has accepted it: 20 countries, 10,000 initiatives, 5,000 indicators × 20 quarters × 10 cells, one million measurements
/// in one snapshot a country, with the totals that acceptance keeps. Ten times the cells make ten million.
/// </summary>
internal static class SetM
{
    public const int IndicatorsEach = 250;
    public const int Quarters = 20;

    public static async Task<int> FillAsync(BenchDatabase bench, int cells)
    {
        var job = new Gate(bench.Database, new Caller(), new StandingClock()).ForJob(JobName.Load);
        await using (var catalogues = await job.EditCataloguesAsync())
        {
            await catalogues.WriteAsync(AddCycle);
            await catalogues.CommitAsync();
        }
        var written = 0;
        foreach (var country in bench.World.Codes)
        {
            await using var db = await job.EditAsync(country);
            await db.StageAsync(AddReport, new { Id = Guid.CreateVersion7() });
            await db.StageAsync(AddSnapshot, new { Id = Guid.CreateVersion7(), Hash = CountryEdit.NoHash });
            var leaves = Leaves(country, cells).ToList();
            written += await db.StageManyAsync(FrozenMeasurement.Keep, leaves);
            await db.StageManyAsync(FrozenTotal.Keep, [.. FrozenTotals.Of(leaves, new Dictionary<Guid, string>()).Select(t => t with { SnapshotNo = 1 })]);
            await db.CommitAsync(new Change(ChangeAction.Loaded, "Snapshot", Guid.CreateVersion7(), country.Value, []), Guid.CreateVersion7());
        }
        return written;
    }

    /// <summary>One cell is the whole; the others are its disaggregation by place.</summary>
    private static IEnumerable<FrozenMeasurement> Leaves(CountryCode country, int cells)
    {
        for (var i = 1; i <= IndicatorsEach; i++)
            for (var quarter = 0; quarter < Quarters; quarter++)
                for (var cell = 0; cell < cells; cell++)
                    yield return new FrozenMeasurement
                    {
                        SnapshotNo = 1,
                        MeasurementId = Guid.CreateVersion7(),
                        IndicatorCode = $"{country}-I{i:000}",
                        DefinitionNo = 1,
                        Name = $"Persons reached by service {i}",
                        Kind = "Count",
                        Unit = $"persons {i % 50}",
                        Population = "displaced persons",
                        OverlapRule = "Disjoint",
                        PeriodStart = new DateOnly(2017 + quarter / 4, 1 + 3 * (quarter % 4), 1),
                        PeriodEnd = new DateOnly(2017 + quarter / 4, 1 + 3 * (quarter % 4), 1).AddMonths(3).AddDays(-1),
                        Sex = "All",
                        AgeBand = "All",
                        PopulationGroup = "All",
                        Place = cell == 0 ? "All" : $"Department {cell}",
                        State = "Reported",
                        Value = cell == 0 ? 9 * (i + quarter) : i + quarter,
                        Position = i,
                        Mark = "Reported",
                    };
    }

    private static readonly CatalogueSql AddCycle = CatalogueSql.Of("""
        insert into ReportingCycle (Code, StartsOn, EndsOn, State, Mark, Version, ChangedAt, ChangedBy)
        values ('2021-S2', '2021-07-01', '2021-12-31', 'Open', 'Reported', 1, @Now, @Person)
        """);

    private static readonly CountrySql AddReport = CountrySql.Of("""
        insert into CountryReport (Country, CycleCode, Id, State, StateSince, Version, ChangedAt, ChangedBy)
        values (@Country, '2021-S2', @Id, 'Accepted', @Now, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddSnapshot = CountrySql.Of("""
        insert into Snapshot (Country, SnapshotNo, Id, CycleCode, Title, State, Content, Hash, PreviousHash, AcceptedAt, AcceptedBy)
        values (@Country, 1, @Id, '2021-S2', 'Set M', 'Accepted', '', @Hash, @Hash, @Now, @Person)
        """);
}
