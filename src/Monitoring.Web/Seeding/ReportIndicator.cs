using Monitoring.Data;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Seeding;

/// <summary>An indicator of a country, or of the region where neither initiative nor country is given.</summary>
public sealed record SeedIndicator
{
    public required string Code { get; init; }
    public string? Initiative { get; init; }
    public CountryCode? Country { get; init; }
    public required string Name { get; init; }
    public required IndicatorKind Kind { get; init; }
    public IReadOnlyList<string> Steps { get; init; } = [];
    public string? Unit { get; init; }
    public string? Period { get; init; }
    /// <summary>A number, a rung of a ladder, or yes for a milestone.</summary>
    public string? Actual { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? Percent { get; init; }
    public decimal? DistinctAfterDedup { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Target { get; init; }
    public string? Funder { get; init; }
    public required string Agg { get; init; }
    public OverlapRule? Overlap { get; init; }
    public string? Population { get; init; }
    public string? Common { get; init; }
    public required Mark Status { get; init; }
    public SeedIndicatorMarks? Marks { get; init; }
    public SeedIndicatorNotes? MarkNotes { get; init; }
    public string? Note { get; init; }
    public string? Src { get; init; }
    public string? AlsoReportedIn { get; init; }

    /// <summary>True where the numerator is no fact but a start value of the demo.</summary>
    public bool NumeratorIsIllustrative => Marks?.Numerator is Mark.Illustrative;
}

/// <summary>Fields whose mark differs from the indicator's status.</summary>
public sealed record SeedIndicatorMarks
{
    public Mark? Numerator { get; init; }
    public Mark? Percent { get; init; }
    public Mark? Baseline { get; init; }
}

/// <summary>Why those marks.</summary>
public sealed record SeedIndicatorNotes
{
    public string? Numerator { get; init; }
    public string? Baseline { get; init; }
}

/// <summary>A question of the secretariat and the answers that the report's facts give.</summary>
public sealed record SeedCommonIndicator
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEs { get; init; }
    public required IndicatorKind Kind { get; init; }
    public required Mark Mark { get; init; }
    public string? Note { get; init; }
    public string? NoteEs { get; init; }
    public string? UnitWarning { get; init; }
    public IReadOnlyList<string> Steps { get; init; } = [];
    public required IReadOnlyList<SeedAnswer> Answers { get; init; }
    public Ratio? Region { get; init; }
    public decimal? Percent { get; init; }
}

/// <summary>A country's answer; with nothing but the country it is not collected.</summary>
public sealed record SeedAnswer
{
    public required CountryCode Country { get; init; }
    public string? Text { get; init; }
    public string? Rung { get; init; }
    public decimal? Value { get; init; }
    public Ratio? Ratio { get; init; }
    public IReadOnlyList<SeedAnswerPart> Parts { get; init; } = [];
}

public sealed record SeedAnswerPart
{
    public required decimal Value { get; init; }
    public required string Unit { get; init; }
}

public sealed record SeedChecklist
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Axis { get; init; }
    public required string Src { get; init; }
    public string? ReferencePractice { get; init; }
    public IReadOnlyList<string> RequiredFeatures { get; init; } = [];
    public required IReadOnlyList<string> Items { get; init; }
    public IReadOnlyDictionary<int, Mark> ItemMarks { get; init; } = new Dictionary<int, Mark>();
    public IReadOnlyDictionary<int, string> ItemNotes { get; init; } = new Dictionary<int, string>();
}
