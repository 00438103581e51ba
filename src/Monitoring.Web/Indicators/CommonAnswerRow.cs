using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>One part of a country's own answer to a common indicator.</summary>
public sealed record CommonAnswerRow : Row, IMarked
{
    public string CommonIndicatorCode { get; init; } = "";

    /// <summary>An answer may hold figures in several units, each a part.</summary>
    public int PartNo { get; init; }

    /// <summary>The version of the definition that was answered.</summary>
    public int DefinitionVersion { get; init; }
    public ValueState State { get; init; }
    public decimal? Value { get; init; }
    public string? Unit { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Rung { get; init; }

    /// <summary>The rungs of a ladder that the country's law does not have, one a line.</summary>
    public string? RungsNotApplicable { get; init; }
    public bool? Reached { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public string? Text { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines => null;

    /// <summary>What a person calls it: <c>RC3</c>, and <c>RC3 (2)</c> for a second part.</summary>
    public string Label => PartNo == 1 ? CommonIndicatorCode : $"{CommonIndicatorCode} ({PartNo})";

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, CommonIndicatorCode, PartNo, coalesce(DefinitionVersion, 1) as DefinitionVersion, State, Value, Unit, Numerator, Denominator, Rung, RungsNotApplicable, Reached,
               PeriodText, PeriodStart, PeriodEnd, Text, Mark, Version, ChangedAt, ChangedBy
          from CommonIndicatorAnswer
         where Country = @Country and Id = @Id
        """);

    public static readonly CountrySql All = CountrySql.Of("""
        select Id, CommonIndicatorCode, PartNo, coalesce(DefinitionVersion, 1) as DefinitionVersion, State, Value, Unit, Numerator, Denominator, Rung, RungsNotApplicable, Reached,
               PeriodText, PeriodStart, PeriodEnd, Text, Mark, Version, ChangedAt, ChangedBy
          from CommonIndicatorAnswer
         where Country = @Country
         order by CommonIndicatorCode, PartNo
        """);
}

/// <summary>What a country answers. "Not collected" and "not applicable" are answers without a number, never zero.</summary>
public sealed record CommonAnswerDraft : Draft
{
    public string CommonIndicatorCode { get; init; } = "";
    public int PartNo { get; init; } = 1;

    /// <summary>The version that the person read.</summary>
    public int DefinitionVersion { get; init; } = 1;
    public ValueState State { get; init; }
    public decimal? Value { get; init; }
    public string? Unit { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Rung { get; init; }

    /// <summary>The rungs of a ladder that the country's law does not have, one a line.</summary>
    public string? RungsNotApplicable { get; init; }
    public bool? Reached { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public string? Text { get; init; }

    /// <summary>The row as it is, to be changed under the definition as it is now.</summary>
    public static CommonAnswerDraft Of(CommonAnswerRow row, int definitionVersion) => new()
    {
        Id = row.Id,
        Version = row.Version,
        CommonIndicatorCode = row.CommonIndicatorCode,
        PartNo = row.PartNo,
        DefinitionVersion = definitionVersion,
        State = row.State,
        Value = row.Value,
        Unit = row.Unit,
        Numerator = row.Numerator,
        Denominator = row.Denominator,
        Rung = row.Rung,
        RungsNotApplicable = row.RungsNotApplicable,
        Reached = row.Reached,
        PeriodText = row.PeriodText,
        PeriodStart = row.PeriodStart,
        PeriodEnd = row.PeriodEnd,
        Text = row.Text,
    };
}
