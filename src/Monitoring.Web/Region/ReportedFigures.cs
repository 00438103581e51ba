using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Region;

/// <summary>An accepted measurement as it lies in a snapshot.</summary>
public sealed record MeasurementRow
{
    public CountryCode Country { get; init; }
    public Guid MeasurementId { get; init; }
    public string IndicatorCode { get; init; } = "";
    public int DefinitionNo { get; init; }
    public string? Initiative { get; init; }
    public string Name { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public OverlapRule OverlapRule { get; init; }
    public string? Funder { get; init; }
    public string? AlsoReportedIn { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public ValueState ValueState { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? DistinctValue { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }
    public decimal? Target { get; init; }
    public string? TargetPeriod { get; init; }
    public string? Note { get; init; }
    public Mark Mark { get; init; }
    public Mark? NumeratorMark { get; init; }
    public string? SourceLines { get; init; }

    // An indicator that has only a target says what is planned.
    private bool IsPlan => Kind is IndicatorKind.Count or IndicatorKind.Rate && Value is null && Target is not null;

    public Figure AsFigure(IReadOnlyList<string> steps) => new()
    {
        Country = Country,
        Code = IndicatorCode,
        DefinitionNo = DefinitionNo,
        Initiative = Initiative,
        Name = Name,
        Kind = Kind,
        Unit = Unit,
        Population = Population,
        Overlap = OverlapRule,
        Funder = Funder,
        AlsoReportedIn = AlsoReportedIn,
        Period = IsPlan && PeriodText is null && PeriodStart is null ? new Period(TargetPeriod) : new Period(PeriodText, PeriodStart, PeriodEnd),
        State = IsPlan ? ValueState.Reported : ValueState,
        Value = IsPlan ? Target : Value,
        IsPlan = IsPlan,
        Numerator = Numerator,
        Denominator = Denominator,
        DistinctValue = DistinctValue,
        Rung = Rung,
        Steps = steps,
        Reached = Reached,
        Note = Note,
        Mark = Mark,
        NumeratorMark = NumeratorMark,
        SourceLines = SourceLines,
    };
}

/// <summary>The accepted figures of the region. A cell of a disaggregation is part of its total and never stands beside it in a sum.</summary>
public static class ReportedFigures
{
    public static readonly RegionSql All = RegionSql.Of("""
        select m.Country, m.MeasurementId, m.IndicatorCode, m.DefinitionNo, f.Code as Initiative, m.Name, m.Kind, m.Unit, m.Population, m.OverlapRule, m.Funder,
               m.AlsoReportedIn, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.ValueState, m.Value, m.Numerator, m.Denominator, m.DistinctValue,
               m.Rung, m.Reached, m.Target, m.TargetPeriod, m.Note, m.Mark, m.NumeratorMark, m.SourceLines
          from region_measurement m
          left join region_fact_sheet f on f.Country = m.Country and f.InitiativeId = m.InitiativeId
         where m.Sex = 'All' and m.AgeBand = 'All' and m.PopulationGroup = 'All' and m.Place = 'All'
        """);

    public static readonly RegionSql Steps = RegionSql.Of("select Country, MeasurementId, Name from region_step order by Country, MeasurementId, Position");

    private static readonly Filter OfCountry = Filter.Of("m.Country = @Of");
    private static readonly Filter OfLadders = Filter.Of("m.Kind = 'Ladder'");
    private static readonly SortBy InOrder = SortBy.Of("position", "m.Position");

    /// <summary>Every figure of the region, or of one country.</summary>
    public static async Task<IReadOnlyList<Figure>> ReadAsync(RegionDb db, CountryCode? of, CancellationToken ct) => Join(
        await db.ListAsync<MeasurementRow>(All.And(of is null ? null : OfCountry).OrderBy(InOrder.Parse(null)), of is { } country ? new { Of = country } : null, ct),
        await db.ListAsync<LadderStepRow>(Steps, ct: ct));

    /// <summary>The national ladders: where each country's law stands.</summary>
    public static async Task<IReadOnlyList<Figure>> LaddersAsync(RegionDb db, CancellationToken ct) => Join(
        await db.ListAsync<MeasurementRow>(All.And(OfLadders).OrderBy(InOrder.Parse(null)), ct: ct),
        await db.ListAsync<LadderStepRow>(Steps, ct: ct));

    private static IReadOnlyList<Figure> Join(IReadOnlyList<MeasurementRow> rows, IReadOnlyList<LadderStepRow> steps)
    {
        var ladders = steps.ToLookup(s => (s.Country, s.MeasurementId), s => s.Name);
        return [.. rows.OrderBy(r => r.Country.Value, StringComparer.Ordinal).Select(r => r.AsFigure([.. ladders[(r.Country, r.MeasurementId)]]))];
    }

    private sealed record LadderStepRow
    {
        public CountryCode Country { get; init; }
        public Guid MeasurementId { get; init; }
        public string Name { get; init; } = "";
    }
}
