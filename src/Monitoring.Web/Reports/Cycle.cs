using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>A reporting cycle: the period that is reported, and until when reports are expected and taken.</summary>
public sealed record Cycle : Row
{
    public string Code { get; init; } = "";
    public DateOnly StartsOn { get; init; }
    public DateOnly EndsOn { get; init; }
    public DateOnly? OpensOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateOnly? ClosesOn { get; init; }
    public CycleState State { get; init; }
    public Mark Mark { get; init; }

    public static readonly CountrySql InCountry = CountrySql.Of("""
        select Code, StartsOn, EndsOn, OpensOn, DueOn, ClosesOn, State, Mark, Version, ChangedAt, ChangedBy from ReportingCycle order by StartsOn
        """);

    public static readonly RegionSql InRegion = RegionSql.Of("""
        select Code, StartsOn, EndsOn, OpensOn, DueOn, ClosesOn, State, Mark, Version, ChangedAt, ChangedBy from ReportingCycle order by StartsOn
        """);

    public static readonly CatalogueSql InCatalogue = CatalogueSql.Of("""
        select Code, StartsOn, EndsOn, OpensOn, DueOn, ClosesOn, State, Mark, Version, ChangedAt, ChangedBy from ReportingCycle order by StartsOn
        """);

    /// <summary>
    /// The cycle that a country works on: the first open one whose report is not accepted yet, else the last open one, else the last
    /// that was closed.
    /// </summary>
    public static Cycle? Current(IReadOnlyList<Cycle> cycles, Func<string, bool> isAccepted) =>
        cycles.FirstOrDefault(c => c.State is CycleState.Open && !isAccepted(c.Code))
        ?? cycles.LastOrDefault(c => c.State is CycleState.Open)
        ?? cycles.LastOrDefault(c => c.State is CycleState.Closed);
}
