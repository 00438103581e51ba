using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.NextSteps;

namespace Monitoring.Web.Region;

/// <summary>Regional progress at one moment, and what follows from it. No database in here.</summary>
public sealed record RegionOverview
{
    public required DateOnly Today { get; init; }
    public required CycleRow? Cycle { get; init; }
    public required IReadOnlyList<AxisRow> Axes { get; init; }
    public required IReadOnlyList<CountryRow> Countries { get; init; }
    public required ILookup<CountryCode, CountryRoleKind> Roles { get; init; }
    public required IReadOnlyList<StatusRow> Status { get; init; }
    public required ILookup<Guid, StepRow> Steps { get; init; }
    public required IReadOnlyDictionary<Guid, ResultCountRow> Results { get; init; }
    public required IReadOnlyList<CommonIndicatorAnswers> Common { get; init; }
    public required IReadOnlyList<Figure> Ladders { get; init; }
    public required IReadOnlyList<BudgetRow> Budget { get; init; }
    public required IReadOnlyDictionary<CountryCode, int> AcceptedInitiatives { get; init; }

    /// <summary>Where the report of the current cycle stands, of each country that has begun it.</summary>
    public required IReadOnlyDictionary<CountryCode, ReportStateRow> Reports { get; init; }
    public required IReadOnlyList<AnomalyRow> Anomalies { get; init; }

    /// <summary>What moved since the last cycle, and what was on time.</summary>
    public Pace Pace { get; init; } = Pace.None;

    /// <summary>Members in the year of the cycle; only they are counted in a denominator.</summary>
    public IReadOnlyList<CountryRow> Members => [.. Countries.Where(IsMember)];

    /// <summary>Members first, then whoever else takes part or has initiatives.</summary>
    public IReadOnlyList<CountryRow> InTheMatrix => [.. Members, .. Countries.Where(c => !IsMember(c) && Status.Any(s => s.Country == c.Country))];

    /// <summary>Observers, the presidency, and countries without a role in the year of the cycle.</summary>
    public IReadOnlyList<CountryRow> Others => [.. Countries.Where(c => !IsMember(c))];

    public bool IsMember(CountryRow country) => Roles[country.Country].Contains(CountryRoleKind.Member);

    public IReadOnlyList<StatusRow> Cell(CountryCode country, string axis) => [.. Status.Where(s => s.Country == country && s.AxisCode == axis)];

    public IReadOnlyList<StatusRow> Of(CountryCode country) => [.. Status.Where(s => s.Country == country)];

    public DateTime? LastChange(CountryCode country) => Of(country).Select(s => (DateTime?)s.ChangedAt).Max();

    public int Drafts(CountryCode country) =>
        Of(country).Count(s => s.IsDraft || Steps[s.InitiativeId].Any(n => n.State is Shared.ContentState.Draft));

    public StepCounts StepsOf(IEnumerable<StatusRow> initiatives)
    {
        var steps = initiatives.SelectMany(s => Steps[s.InitiativeId]).ToList();
        return new StepCounts(steps.Count, steps.Count(s => s.Status is NextStepStatus.Done), steps.Count(s => s.IsOverdue(Today)),
            steps.Where(s => s.IsOpen && s.DueOn >= Today).MinBy(s => s.DueOn), Ahead(steps));
    }

    // A draft is the weaker of the two that were not accepted.
    private static Shared.ContentState? Ahead(IReadOnlyList<StepRow> steps) =>
        steps.Select(s => s.State).Where(s => s is Shared.ContentState.Draft or Shared.ContentState.Approved).Select(s => (Shared.ContentState?)s).Min();

    /// <summary>Initiatives with a result, of all: completeness is a view of its own.</summary>
    public Aggregate Completeness(params IEnumerable<CountryRow> countries) =>
        Aggregator.Of(countries.Select(c => Of(c.Country)).Where(all => all.Count > 0).Select(all => new Figure
        {
            Country = all[0].Country,
            Code = "completeness",
            Name = "",
            Kind = IndicatorKind.Ratio,
            Overlap = OverlapRule.SumOfParts,
            Numerator = all.Count(s => s.HasResults),
            Denominator = all.Count,
            Mark = Mark.Derived,
            IsAwaiting = all.Any(s => s.State is Shared.ContentState.Approved),
        }));

    /// <summary>Initiatives that name an amount, of all that the region accepted from <paramref name="countries"/>.</summary>
    public Aggregate Funding(params IEnumerable<CountryRow> countries) =>
        Aggregator.Of(countries.Where(c => AcceptedInitiatives.ContainsKey(c.Country)).Select(c =>
            Amounts.Naming(c.Country, [.. Budget.Where(b => b.Country == c.Country)], AcceptedInitiatives[c.Country])));
}

/// <summary>Next steps: all, done, overdue, and the one that is due next.</summary>
public sealed record StepCounts(int All, int Done, int Overdue, StepRow? Next, Shared.ContentState? Ahead);
