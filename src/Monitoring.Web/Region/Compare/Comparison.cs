using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Region.Compare;

/// <summary>What one country has of the chosen rows, as the region accepted it. Rows that were not chosen are empty.</summary>
/// <param name="Country">The country with the snapshot that is compared.</param>
/// <param name="Cycle">The cycle of which a snapshot was asked, or null for the newest.</param>
public sealed record ComparedCountry(CountryRow Country, string? Cycle)
{
    public CountryCode Code => Country.Country;

    /// <summary>Whether the region has accepted anything of it yet, of the chosen cycle.</summary>
    public bool HasData => Country.SnapshotNo is not null;

    /// <summary>What is said where it has nothing, as a key of RegionTexts.</summary>
    public string WhyNothing => HasData ? "NothingReported" : Cycle is null ? "NothingAccepted" : "NothingOfCycle";

    public IReadOnlyList<InitiativeRow> Initiatives { get; init; } = [];
    public IReadOnlyList<ItemRow> Items { get; init; } = [];
    public IReadOnlyList<PartnerRow> Partners { get; init; } = [];
    public IReadOnlyList<NextStepRow> NextSteps { get; init; } = [];
    public IReadOnlyList<ResultRow> Results { get; init; } = [];
    public IReadOnlyList<StatementRow> Statements { get; init; } = [];
    public IReadOnlyList<CommitmentRow> Commitments { get; init; } = [];
    public IReadOnlyList<AnswerRow> Answers { get; init; } = [];
    public IReadOnlyList<Figure> Figures { get; init; } = [];
    public IReadOnlyList<BudgetRow> Budget { get; init; } = [];

    /// <summary>Initiatives of the accepted report, for "0 of 7".</summary>
    public int InitiativeCount { get; init; }
}

/// <summary>Countries beside each other on the chosen rows: the one answer that page, sheet and csv show.</summary>
public sealed record Comparison
{
    public required Selection Selection { get; init; }
    public required IReadOnlyList<ComparedCountry> Countries { get; init; }
    public required IReadOnlyList<AxisRow> Axes { get; init; }
    public required IReadOnlyList<CommonIndicatorAnswers> Common { get; init; }
    public required IReadOnlyList<AnomalyRow> Anomalies { get; init; }

    /// <summary>Every country of the installation, to choose from.</summary>
    public required IReadOnlyList<CountryRow> Choices { get; init; }

    /// <summary>The cycles of which the region accepted a report, the newest first, and the chosen one.</summary>
    public required IReadOnlyList<string> CycleChoices { get; init; }

    /// <summary>The newest acceptance among the chosen; the date of the comparison, so that the same snapshots give the same sheet.</summary>
    public DateTime? AcceptedAt => Countries.Max(c => c.Country.AcceptedAt);

    /// <summary>The chosen cycle, whether or not anybody has a report of it; otherwise the cycles of the snapshots.</summary>
    public IReadOnlyList<string> Cycles => Selection.Cycle is { } chosen ? [chosen] : [.. Countries.Select(c => c.Country.CycleCode).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<CountryCode> Codes => [.. Countries.Select(c => c.Code)];
}
