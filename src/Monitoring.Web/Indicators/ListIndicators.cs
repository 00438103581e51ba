using Monitoring.Data;
using Monitoring.Web.Shared;
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
public sealed record IndicatorList(Page<IndicatorValue> Page, Narratives Texts, bool MayAdd)
{
    /// <summary>Codes of the initiatives that have indicators.</summary>
    public IReadOnlyList<string> Initiatives { get; init; } = [];

    /// <summary>The cycle that runs or was the last to begin; before the first one, the year.</summary>
    public ReportPeriod Now { get; init; } = new(null, null, null);
}

/// <summary>Which indicators by what is known: nothing in the current period, or it was said that it was not collected.</summary>
public enum ValueGap { NoValueNow, NotCollected }

/// <summary>What the address asks the list for.</summary>
public sealed record IndicatorFilter(string? Search = null, IndicatorKind? Kind = null, string? Initiative = null, ValueGap? Gap = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Search) && Kind is null && Initiative is null && Gap is null;
}

public sealed class ListIndicators(Gate gate, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<IndicatorList> RunAsync(CountryCode country, int page = 1, IndicatorFilter? filter = null, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        var now = Now(await db.ListAsync<CycleRow>(CycleRow.All, null, ct), clock.Today());
        var texts = await CountryTranslations.OfAsync(db, IndicatorsRoom.Indicator, ct);
        var sought = Folded.Of(filter?.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var narrowed = All.And(filter?.Kind is null ? null : OfKind).And(filter?.Initiative is null ? null : InInitiative).And(Of(filter?.Gap));
        var args = new { filter?.Kind, filter?.Initiative, From = now.Start, To = now.End };
        var window = new Window((page - 1) * PageSize, PageSize);
        // What is read is searched, in the language in which it is read and without accents: no database has that text.
        var values = sought.Length == 0 ? await db.PageAsync<IndicatorValue>(narrowed, args, Sort.Parse(null), window, ct)
            : PageOf([.. (await db.ListAsync<IndicatorValue>(narrowed.OrderBy(Sort.Parse(null)), args, ct)).Where(v => Finds(sought, v, texts))], window);
        return new IndicatorList(values, texts, await gate.MayAsync(May.EditCountry, country, ct: ct))
        {
            Initiatives = await db.ListAsync<string>(InitiativesOfIndicators, null, ct),
            Now = now,
        };
    }

    /// <summary>The cycle that runs or was the last to begin; before the first one, the year.</summary>
    public static ReportPeriod Now(IEnumerable<CycleRow> cycles, DateOnly today) =>
        cycles.Where(c => c.StartsOn <= today).MaxBy(c => (c.StartsOn, c.EndsOn))?.Period ?? PeriodRules.Read(today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))!;

    private static bool Finds(string[] sought, IndicatorValue value, Narratives texts)
    {
        var name = texts.Of(value.Id, nameof(value.Name), value.Name, value.ContentLanguage).Text;
        var text = Folded.Of($"{value.Code} {value.Name} {name} {value.Unit} {value.Population} {value.InitiativeCode} {value.Funder}");
        return sought.All(w => text.Contains(w, StringComparison.Ordinal));
    }

    private static Page<IndicatorValue> PageOf(List<IndicatorValue> all, Window window) =>
        new([.. all.Skip(window.Skip).Take(window.Take)], all.Count > window.Skip + window.Take);

    private static Filter? Of(ValueGap? gap) => gap switch
    {
        ValueGap.NoValueNow => WithoutValueNow,
        ValueGap.NotCollected => NotCollected,
        _ => null,
    };

    public static readonly Filter OfKind = Filter.Of("d.Kind = @Kind");

    public static readonly Filter InInitiative = Filter.Of("k.InitiativeId = (select x.Id from Initiative x where x.Country = @Country and x.Code = @Initiative)");

    // As of every row of the list: a plain comparison would let SQLite begin with all measurements of the country.
    public static readonly Filter NotCollected = Filter.Of("coalesce(m.State, 'None') = 'NotCollected'");

    public static readonly Filter WithoutValueNow = Filter.Of("""
        not exists (select 1 from Measurement x
                     where x.Country = @Country and x.IndicatorId = k.Id and x.RetiredAt is null and x.State = 'Reported'
                       and x.Sex = 'All' and x.AgeBand = 'All' and x.PopulationGroup = 'All' and x.PeriodStart <= @To and x.PeriodEnd >= @From
                       and (x.Value is not null or x.Numerator is not null or x.Rung is not null or x.Reached is not null))
        """);

    public static readonly CountrySql InitiativesOfIndicators = CountrySql.Of("""
        select distinct i.Code
          from Indicator k
          join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
         where k.Country = @Country and k.RetiredAt is null
         order by i.Code
        """);

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
          left join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = coalesce(m.DefinitionNo, k.CurrentDefinition)
          join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
         where k.Country = @Country and k.InitiativeId = @InitiativeId and k.RetiredAt is null
         order by k.Position, k.Code, m.PeriodStart, m.PeriodText, m.Sex, m.AgeBand
        """);
}
