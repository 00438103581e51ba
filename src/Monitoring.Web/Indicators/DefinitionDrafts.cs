using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>What an indicator measures. Saved, it is the next version of the definition.</summary>
public record DefinitionDraft : Draft
{
    public string Name { get; init; } = "";

    /// <summary>Of the name and of the note.</summary>
    public string ContentLanguage { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }

    /// <summary>By what its values are asked for. What was reported otherwise is neither deleted nor hidden.</summary>
    public bool BySex { get; init; }
    public bool ByAge { get; init; }
    public bool ByGroup { get; init; }
    public OverlapRule OverlapRule { get; init; } = OverlapRule.Unknown;
    public string? Funder { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Target { get; init; }
    public string? TargetPeriod { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public string? Note { get; init; }

    /// <summary>The steps of a ladder, one a line, the lowest first.</summary>
    public string? StepLines { get; init; }

    public IReadOnlyList<string> Steps => Kind is IndicatorKind.Ladder
        ? [.. (StepLines ?? "").Split('\n').Select(s => s.Trim()).Where(s => s.Length > 0)]
        : [];

    /// <summary>As it is kept: what describes one thing has no breakdown.</summary>
    public DefinitionDraft Kept => MeasurementRules.IsSplit(Kind) ? this : this with { BySex = false, ByAge = false, ByGroup = false };

    public static DefinitionDraft Of(IndicatorRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Name = row.Name,
        ContentLanguage = row.ContentLanguage,
        Kind = row.Kind,
        Unit = row.Unit,
        Population = row.Population,
        BySex = row.BySex,
        ByAge = row.ByAge,
        ByGroup = row.ByGroup,
        OverlapRule = row.OverlapRule,
        Funder = row.Funder,
        Baseline = row.Baseline,
        Target = row.Target,
        TargetPeriod = row.TargetPeriod,
        Minimum = row.Minimum,
        Maximum = row.Maximum,
        Note = row.Note,
        StepLines = row.StepLines,
    };
}

/// <summary>A new indicator with its first definition.</summary>
public sealed record IndicatorDraft : DefinitionDraft
{
    public string Code { get; init; } = "";

    /// <summary>The code of the initiative that it is about; null: of the country as a whole.</summary>
    public string? InitiativeCode { get; init; }
}
