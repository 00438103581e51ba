using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>A country's report of a cycle.</summary>
internal static class ReportRows
{
    public const string Published = "Published";
    public const string Draft = "Draft";

    private static readonly CountrySql Add = CountrySql.Of("""
        insert into CountryReport (Country, CycleCode, Id, State, StateSince, Version, ChangedAt, ChangedBy)
        values (@Country, @Cycle, @Id, @State, @Now, 1, @Now, @Person)
        """);

    public static Guid IdOf(CountryCode country, string cycle) => SeedId.Of(country, "CountryReport", cycle);

    public static Task StageAsync(CountryEdit db, string cycle, string state, CancellationToken ct) =>
        db.StageAsync(Add, new { Cycle = cycle, Id = IdOf(db.Country, cycle), State = state }, ct);
}
