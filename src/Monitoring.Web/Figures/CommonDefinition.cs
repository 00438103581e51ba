using System.Globalization;
using Monitoring.Data;
using Monitoring.Web.Indicators;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Figures;

/// <summary>One version of what a common indicator asks of every country. It never changes; a change is the next.</summary>
public sealed record CommonDefinition : Named
{
    public int VersionNo { get; init; } = 1;

    /// <summary>The version that is asked now.</summary>
    public int CurrentVersion { get; init; } = 1;
    public IndicatorKind Kind { get; init; }

    /// <summary>What one of it is; null leaves it to each answer.</summary>
    public string? Unit { get; init; }

    /// <summary>Who or what is counted; null leaves it to the countries.</summary>
    public string? Population { get; init; }
    public OverlapRule OverlapRule { get; init; }
    public string? NoteEn { get; init; }
    public string? NoteEs { get; init; }

    /// <summary>Answers to the version before may still be added to those of this one, where they count the same.</summary>
    public bool KeepsAnswers { get; init; } = true;

    /// <summary>Of the indicator.</summary>
    public Mark Mark { get; init; }

    /// <summary>Nobody is asked any more; what was answered stays.</summary>
    public DateTime? RetiredAt { get; init; }

    /// <summary>The steps of a ladder, the lowest first.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>In the reader's language, or in the other one where it is written in one only.</summary>
    public string? Note => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? NoteEs ?? NoteEn : NoteEn ?? NoteEs;
}

/// <summary>A step of a version.</summary>
public sealed record CommonStep
{
    public string CommonIndicatorCode { get; init; } = "";
    public int VersionNo { get; init; }
    public string Name { get; init; } = "";
}

/// <summary>One part of a country's own answer, as it was approved, accepted or published.</summary>
public record CommonAnswer
{
    public CountryCode Country { get; init; }
    public string CommonIndicatorCode { get; init; } = "";
    public int PartNo { get; init; }

    /// <summary>The version that was answered; null is the first.</summary>
    public int? DefinitionVersion { get; init; }
    public decimal? Value { get; init; }
    public string? Unit { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Rung { get; init; }
    public string? RungsNotApplicable { get; init; }
    public bool? Reached { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public string? Text { get; init; }
    public ValueState AnswerState { get; init; }
    public Mark Mark { get; init; }

    /// <summary>Where the content stands that it was read from; null: published.</summary>
    public ContentState? ContentState { get; init; }
}
