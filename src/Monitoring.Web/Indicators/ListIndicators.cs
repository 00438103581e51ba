using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Indicators;

/// <summary>An indicator with one of its values, or (no <see cref="State"/>) with none yet.</summary>
public sealed record IndicatorValue : Row, IMarked
{
    public string Code { get; init; } = "";
    public string? InitiativeCode { get; init; }
    public string? CommonIndicatorCode { get; init; }
    public string Name { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public OverlapRule OverlapRule { get; init; }
    public string? Funder { get; init; }
    public string? AlsoReportedIn { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Target { get; init; }
    public string? TargetPeriod { get; init; }
    public string? DefinitionNote { get; init; }

    /// <summary>The version under which the value was given, and the one that is translated.</summary>
    public int DefinitionNo { get; init; }
    public int CurrentDefinition { get; init; }
    public Guid? MeasurementId { get; init; }
    public string? PeriodText { get; init; }
    public string? Sex { get; init; }
    public string? AgeBand { get; init; }
    public string? PopulationGroup { get; init; }
    public string? Place { get; init; }
    public ValueState? State { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? DistinctValue { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }
    public string? Note { get; init; }

    /// <summary>Something was reported. A part without its whole, or the reverse, is not yet a value.</summary>
    public bool HasValue => State is ValueState.Reported && ((Value ?? Numerator) is not null || Rung is not null || Reached is not null);

    /// <summary>Only what is meant to be reached is known: nobody has said that it was not collected.</summary>
    public bool IsPlan => Target is not null && (State is null or ValueState.Reported) && !HasValue;

    /// <summary>Of the value, or of the indicator where there is none.</summary>
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

/// <summary>A page of a country's indicators with their values, and whether the person may define more.</summary>
/// <param name="Page">Of them.</param>
/// <param name="Texts">What their reader is shown of their names and of the notes on them.</param>
/// <param name="MayAdd">May the person define more?</param>
public sealed record IndicatorList(Page<IndicatorValue> Page, Narratives Texts, bool MayAdd);

public sealed class ListIndicators(Gate gate)
{
    public const int PageSize = 50;

    public async Task<IndicatorList> RunAsync(CountryCode country, int page = 1, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        var values = await db.PageAsync<IndicatorValue>(All, null, Sort.Parse(null), new Window((page - 1) * PageSize, PageSize), ct);
        return new IndicatorList(values, await CountryTranslations.OfAsync(db, IndicatorsRoom.Indicator, ct), await gate.MayAsync(May.EditCountry, country, ct: ct));
    }

    /// <summary>In which language a new one is written unless it is said otherwise.</summary>
    public async Task<string?> UsualLanguageAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await CountryTranslations.UsualAsync(db, ct);
    }

    /// <summary>As the country has put them; the values of each by period.</summary>
    public static readonly SortBy Sort = SortBy.Of("place", "k.Position, k.Code, m.PeriodStart, m.PeriodText, m.Sex, m.AgeBand, m.Id");

    public static readonly CountrySql All = CountrySql.Of("""
        select k.Id, k.Code, i.Code as InitiativeCode, k.CommonIndicatorCode, d.Name, d.ContentLanguage, d.Kind, d.Unit, d.Population, d.OverlapRule, d.Funder,
               d.AlsoReportedIn, d.Baseline, d.Target, d.TargetPeriod, d.Note as DefinitionNote, d.DefinitionNo, k.CurrentDefinition,
               m.Id as MeasurementId, m.PeriodText, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.State, m.Value, m.Numerator, m.Denominator,
               m.DistinctValue, m.Rung, m.Reached, m.Note, coalesce(m.Mark, k.Mark) as Mark, coalesce(m.SourceLines, k.SourceLines) as SourceLines,
               k.Version, k.ChangedAt, k.ChangedBy
          from Indicator k
          left join Measurement m on m.Country = k.Country and m.IndicatorId = k.Id and m.RetiredAt is null
               and m.Sex = 'All' and m.AgeBand = 'All' and m.PopulationGroup = 'All'
          join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = coalesce(m.DefinitionNo, k.CurrentDefinition)
          left join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
         where k.Country = @Country and k.RetiredAt is null
        """);

    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select k.Id, k.Code, i.Code as InitiativeCode, k.CommonIndicatorCode, d.Name, d.ContentLanguage, d.Kind, d.Unit, d.Population, d.OverlapRule, d.Funder,
               d.AlsoReportedIn, d.Baseline, d.Target, d.TargetPeriod, d.Note as DefinitionNote, d.DefinitionNo, k.CurrentDefinition,
               m.Id as MeasurementId, m.PeriodText, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.State, m.Value, m.Numerator, m.Denominator,
               m.DistinctValue, m.Rung, m.Reached, m.Note, coalesce(m.Mark, k.Mark) as Mark, coalesce(m.SourceLines, k.SourceLines) as SourceLines,
               k.Version, k.ChangedAt, k.ChangedBy
          from Indicator k
          left join Measurement m on m.Country = k.Country and m.IndicatorId = k.Id and m.RetiredAt is null
               and m.Sex = 'All' and m.AgeBand = 'All' and m.PopulationGroup = 'All'
          join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = coalesce(m.DefinitionNo, k.CurrentDefinition)
          join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
         where k.Country = @Country and k.InitiativeId = @InitiativeId and k.RetiredAt is null
         order by k.Position, k.Code, m.PeriodStart, m.PeriodText, m.Sex, m.AgeBand
        """);
}
