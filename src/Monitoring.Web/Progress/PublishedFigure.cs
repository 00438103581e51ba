using Monitoring.Data;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Progress;

/// <summary>One published value of an indicator of a country.</summary>
public sealed record PublishedFigure
{
    public const string All = "All";

    public CountryCode Country { get; init; }
    public Guid MeasurementId { get; init; }
    public string CycleCode { get; init; } = "";
    public int SnapshotNo { get; init; }
    public string IndicatorCode { get; init; } = "";
    public string? InitiativeCode { get; init; }
    public string? CommonIndicatorCode { get; init; }
    public string Name { get; init; } = "";
    public string? ContentLanguage { get; init; }
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public OverlapRule OverlapRule { get; init; }
    public string? Funder { get; init; }
    public string? AlsoReportedIn { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>What the figure is narrowed to; <c>All</c> where it is not.</summary>
    public string Sex { get; init; } = All;

    /// <inheritdoc cref="Sex"/>
    public string AgeBand { get; init; } = All;

    /// <inheritdoc cref="Sex"/>
    public string PopulationGroup { get; init; } = All;

    /// <inheritdoc cref="Sex"/>
    public string Place { get; init; } = All;

    public int DefinitionNo { get; init; }
    public ValueState ValueState { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? DistinctValue { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }
    public decimal? Baseline { get; init; }
    public Mark? BaselineMark { get; init; }
    public decimal? Target { get; init; }
    public string? TargetPeriod { get; init; }
    public string? Note { get; init; }
    public Mark Mark { get; init; }
    public Mark? NumeratorMark { get; init; }
    public string? SourceLines { get; init; }
}

/// <summary>A step of a country's own ladder.</summary>
public sealed record NationalStep
{
    public Guid MeasurementId { get; init; }
    public int Position { get; init; }
    public string Name { get; init; } = "";
}
