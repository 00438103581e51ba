using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Region.Compare;

/// <summary>What one country has of the chosen rows, as the region accepted it. Rows that were not chosen are empty.</summary>
public sealed record ComparedCountry(CountryRow Country)
{
    public CountryCode Code => Country.Country;

    /// <summary>Whether the region has accepted anything of it yet.</summary>
    public bool HasData => Country.SnapshotNo is not null;

    public IReadOnlyList<InitiativeRow> Initiatives { get; init; } = [];
    public IReadOnlyList<ItemRow> Items { get; init; } = [];
    public IReadOnlyList<PartnerRow> Partners { get; init; } = [];
    public IReadOnlyList<NextStepRow> NextSteps { get; init; } = [];
    public IReadOnlyList<ResultRow> Results { get; init; } = [];
    public IReadOnlyList<StatementRow> Statements { get; init; } = [];
    public IReadOnlyList<CommitmentRow> Commitments { get; init; } = [];
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

    /// <summary>The newest acceptance among the chosen; the date of the comparison, so that the same snapshots give the same sheet.</summary>
    public DateTime? AcceptedAt => Countries.Max(c => c.Country.AcceptedAt);

    /// <summary>The cycles of the snapshots.</summary>
    public IReadOnlyList<string> Cycles => [.. Countries.Select(c => c.Country.CycleCode).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<CountryCode> Codes => [.. Countries.Select(c => c.Code)];
}
