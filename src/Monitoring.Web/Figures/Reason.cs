namespace Monitoring.Web.Figures;

/// <summary>Why, as the key of a text of FiguresTexts and the values that go into it.</summary>
public sealed record Reason(string Key, IReadOnlyList<string> Values)
{
    public Reason(string key, params string[] values) : this(key, (IReadOnlyList<string>)values) { }

    public const string UnitsDiffer = "UnitsDiffer";
    public const string PopulationsDiffer = "PopulationsDiffer";
    public const string PopulationNotStated = "PopulationNotStated";
    public const string KindsDiffer = "KindsDiffer";
    public const string PlansAndActuals = "PlansAndActuals";
    public const string DefinitionsDiffer = "DefinitionsDiffer";
    public const string LaddersDiffer = "LaddersDiffer";
    public const string PeriodsDiffer = "PeriodsDiffer";
    public const string PeriodsMayOverlap = "PeriodsMayOverlap";
    public const string OverlapUnknown = "OverlapUnknown";
    public const string FundersDiffer = "FundersDiffer";
    public const string NeverAdded = "NeverAdded";
    public const string ComputedFromOthers = "ComputedFromOthers";
    public const string FixedValue = "FixedValue";
    public const string RateNotAdded = "RateNotAdded";
    public const string PartsMissing = "PartsMissing";
    public const string NegativeValue = "NegativeValue";
    public const string NothingReported = "NothingReported";
    public const string NoneOf = "NoneOf";
    public const string EmptyDenominator = "EmptyDenominator";
    public const string CountsOnce = "CountsOnce";
    public const string Repeats = "Repeats";
    public const string DistinctOf = "DistinctOf";
    public const string NotReportedBy = "NotReportedBy";
    public const string NotApplicableIn = "NotApplicableIn";

    // Common indicators: an answer to an earlier version, a national indicator that does not fit, a country that counts once.
    public const string EarlierKind = "EarlierKind";
    public const string EarlierUnit = "EarlierUnit";
    public const string EarlierPopulation = "EarlierPopulation";
    public const string EarlierStep = "EarlierStep";
    public const string EarlierDeclared = "EarlierDeclared";
    public const string FeedsKind = "FeedsKind";
    public const string FeedsUnit = "FeedsUnit";
    public const string FeedsPopulation = "FeedsPopulation";
    public const string FeedsStep = "FeedsStep";
    public const string AnsweredDirectly = "AnsweredDirectly";

    /// <summary>Every key there is, for the test that each has its text.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        UnitsDiffer, PopulationsDiffer, PopulationNotStated, KindsDiffer, PlansAndActuals, DefinitionsDiffer, LaddersDiffer, PeriodsDiffer,
        PeriodsMayOverlap, OverlapUnknown, FundersDiffer, NeverAdded, ComputedFromOthers, FixedValue, RateNotAdded, PartsMissing,
        NegativeValue, NothingReported, NoneOf, EmptyDenominator, CountsOnce, Repeats, DistinctOf, NotReportedBy, NotApplicableIn,
        EarlierKind, EarlierUnit, EarlierPopulation, EarlierStep, EarlierDeclared, FeedsKind, FeedsUnit, FeedsPopulation, FeedsStep, AnsweredDirectly,
    ];

    public bool Equals(Reason? other) => other is not null && Sortable == other.Sortable;

    public override int GetHashCode() => string.GetHashCode(Sortable, StringComparison.Ordinal);

    internal string Sortable => $"{Key}\u0001{string.Join('\u0001', Values)}";
}
