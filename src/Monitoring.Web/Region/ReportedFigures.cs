using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Region;

/// <summary>An accepted measurement as it lies in a snapshot.</summary>
public sealed record MeasurementRow
{
    public CountryCode Country { get; init; }
    public Guid MeasurementId { get; init; }
    public string IndicatorCode { get; init; } = "";
    public string? CommonIndicatorCode { get; init; }
    public int DefinitionNo { get; init; }
    public string? Initiative { get; init; }
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
    public Shared.ContentState ContentState { get; init; }

    // An indicator that has only a target says what is planned.
    private bool IsPlan => Kind is IndicatorKind.Count or IndicatorKind.Rate && Value is null && Target is not null;

    public Figure AsFigure(IReadOnlyList<string> steps, AcceptedTexts texts) => new()
    {
        Country = Country,
        RowId = MeasurementId,
        Code = IndicatorCode,
        DefinitionNo = DefinitionNo,
        Feeds = CommonIndicatorCode,
        Initiative = Initiative,
        Name = Name,
        ContentLanguage = ContentLanguage,
        Said = texts.OfIndicator(Country, IndicatorCode, nameof(Name), Name, ContentLanguage),
        SaidNote = Note is null ? null : texts.OfIndicator(Country, IndicatorCode, nameof(Note), Note, ContentLanguage),
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
        IsAwaiting = ContentState is Shared.ContentState.Approved,
    };
}

/// <summary>The accepted figures of the region, from the totals that acceptance kept. A cell of a disaggregation is part of its total and never stands beside it in a sum.</summary>
public static class ReportedFigures
{
    private const string Columns = """
        select m.Country, m.MeasurementId, m.Initiative, m.IndicatorCode, m.CommonIndicatorCode, m.DefinitionNo, m.Name, m.ContentLanguage, m.Kind, m.Unit, m.Population, m.OverlapRule, m.Funder,
               m.AlsoReportedIn, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.ValueState, m.Value, m.Numerator, m.Denominator, m.DistinctValue,
               m.Rung, m.Reached, m.Target, m.TargetPeriod, m.Note, m.Mark, m.NumeratorMark, m.SourceLines, m.State as ContentState
          from region_total m
        """;

    private static readonly Filter Mapped = Filter.Of("m.CommonIndicatorCode is not null");
    private static readonly Filter Unmapped = Filter.Of("m.CommonIndicatorCode is null");

    public static readonly RegionSql InCycle = RegionSql.Of("select s.Country, s.SnapshotNo from region_accepted s where s.CycleCode = @Cycle order by s.Country");

    // Which snapshots first, then each by its number: every database then goes straight to its rows.
    public static readonly RegionSql Newest = RegionSql.Of("select n.Country, n.SnapshotNo from region_newest n order by n.Country");

    public static readonly RegionSql OfSnapshot = RegionSql.Of($"""
        {Columns}
         where m.Country = @Of and m.SnapshotNo = @No and m.MeasurementId is not null
        """);

    public static readonly RegionSql StepsOfSnapshot = RegionSql.Of("""
        select t.Country, t.MeasurementId, t.Name from region_step t where t.Country = @Of and t.SnapshotNo = @No order by t.MeasurementId, t.Position
        """);

    private static readonly Filter OfNewestPeriods = Filter.Of("m.IsNewest = 1");
    private static readonly Filter OfLadders = Filter.Of("m.Kind = 'Ladder'");
    private static readonly SortBy InOrder = SortBy.Of("position", "m.TotalNo, m.MeasurementId");

    /// <summary>Every figure of the region, of the newest that each country approved or had accepted: of each indicator its newest period.</summary>
    public static Task<IReadOnlyList<Figure>> NewestAsync(RegionDb db, CancellationToken ct) => NewestAsync(db, OfSnapshot.And(OfNewestPeriods), ct);

    /// <summary>The figures of one snapshot of a country.</summary>
    public static Task<IReadOnlyList<Figure>> OfSnapshotAsync(RegionDb db, CountryCode of, int no, CancellationToken ct) => OfSnapshotAsync(db, OfSnapshot, of, no, ct);

    /// <summary>The national ladders: where each country's law stands.</summary>
    public static Task<IReadOnlyList<Figure>> LaddersAsync(RegionDb db, CancellationToken ct) => NewestAsync(db, OfSnapshot.And(OfNewestPeriods).And(OfLadders), ct);

    /// <summary>The figures that feed common indicators: of the newest that each country approved or had accepted, or of a cycle.</summary>
    public static Task<IReadOnlyList<Figure>> MappedAsync(RegionDb db, string? cycle, CancellationToken ct) => NewestAsync(db, OfSnapshot.And(OfNewestPeriods).And(Mapped), ct, cycle);

    /// <summary>The figures that feed none.</summary>
    public static Task<IReadOnlyList<Figure>> UnmappedAsync(RegionDb db, CancellationToken ct) => NewestAsync(db, OfSnapshot.And(OfNewestPeriods).And(Unmapped), ct);

    private static async Task<IReadOnlyList<Figure>> NewestAsync(RegionDb db, RegionSql which, CancellationToken ct, string? cycle = null)
    {
        var figures = new List<Figure>();
        foreach (var newest in cycle is null ? await db.ListAsync<NewestRow>(Newest, ct: ct) : await db.ListAsync<NewestRow>(InCycle, new { Cycle = cycle }, ct))
            figures.AddRange(await OfSnapshotAsync(db, which, newest.Country, newest.SnapshotNo, ct));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> OfSnapshotAsync(RegionDb db, RegionSql which, CountryCode of, int no, CancellationToken ct)
    {
        var rows = await db.ListAsync<MeasurementRow>(which.OrderBy(InOrder.Parse(null)), new { Of = of, No = no }, ct);
        var texts = rows.Count == 0 ? AcceptedTexts.None : await RegionTranslations.OfSnapshotAsync(db, of, no, ct);
        return Join(rows, texts, rows.Any(r => r.Kind is IndicatorKind.Ladder) ? await db.ListAsync<LadderStepRow>(StepsOfSnapshot, new { Of = of, No = no }, ct) : []);
    }

    private static IReadOnlyList<Figure> Join(IReadOnlyList<MeasurementRow> rows, AcceptedTexts texts, IReadOnlyList<LadderStepRow> steps)
    {
        var ladders = steps.ToLookup(s => (s.Country, s.MeasurementId), s => s.Name);
        return [.. rows.Select(r => r.AsFigure([.. ladders[(r.Country, r.MeasurementId)]], texts))];
    }

    private sealed record NewestRow
    {
        public CountryCode Country { get; init; }
        public int SnapshotNo { get; init; }
    }

    private sealed record LadderStepRow
    {
        public CountryCode Country { get; init; }
        public Guid MeasurementId { get; init; }
        public string Name { get; init; } = "";
    }
}
