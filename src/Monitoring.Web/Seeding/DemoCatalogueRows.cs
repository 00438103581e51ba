using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>Cycles and rates of the demo.</summary>
internal static class DemoCatalogueRows
{
    private static readonly CatalogueSql IsLoaded = CatalogueSql.Of("select count(*) from ReportingCycle where Mark = 'Illustrative'");

    private static readonly CatalogueSql AddRate = CatalogueSql.Of("""
        insert into ExchangeRate (Currency, RateOn, UsDollars, Source, Mark)
        select @Currency, @On, @UsDollars, @Source, 'Illustrative'
         where not exists (select 1 from ExchangeRate where Currency = @Currency and RateOn = @On)
        """);

    private static readonly CatalogueSql AddCycle = CatalogueSql.Of("""
        insert into ReportingCycle (Code, StartsOn, EndsOn, State, Mark, Version, ChangedAt, ChangedBy)
        select @Code, @Starts, @Ends, @State, 'Illustrative', 1, @Now, @Person
         where not exists (select 1 from ReportingCycle where Code = @Code)
        """);

    public static async Task LoadAsync(JobGate job, DemoFile demo, CancellationToken ct)
    {
        await using var db = await job.EditCataloguesAsync(ct);
        if (await db.OneAsync<int>(IsLoaded, null, ct) > 0) return;
        foreach (var cycle in demo.Cycles) await db.WriteAsync(AddCycle, cycle, ct);
        foreach (var rate in demo.ExchangeRates) await db.WriteAsync(AddRate, rate, ct);
        await db.CommitAsync(ct);
    }
}
