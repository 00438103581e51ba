using Monitoring.Data;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Seeding;

/// <summary>The indicators of a country with their first definition and the value that the report gives. A start value of the demo is left out.</summary>
internal static class IndicatorRows
{
    private static readonly CountrySql Add = CountrySql.Of("""
        insert into Indicator (Country, Id, Code, InitiativeId, CommonIndicatorCode, CurrentDefinition, Position, Mark, SourceLines, Version,
               ChangedAt, ChangedBy)
        values (@Country, @Id, @Code, @InitiativeId, @Common, 1, @Position, @Status, @Src, 1, @Now, @Person)
        """);

    private static readonly CountrySql AddDefinition = CountrySql.Of("""
        insert into IndicatorDefinition (Country, IndicatorId, DefinitionNo, Name, ContentLanguage, Kind, Unit, Population, BySex, ByAge, ByGroup, OverlapRule, Aggregation, Funder,
               AlsoReportedIn, Baseline, Target, TargetPeriod, Note)
        values (@Country, @Id, 1, @Name, 'en', @Kind, @Unit, @Population, @IsSplit, @IsSplit, @IsSplit, @Overlap, @Agg, @Funder, @AlsoReportedIn, @Baseline, @Target, @TargetPeriod, @Note)
        """);

    private static readonly CountrySql AddStep = CountrySql.Of("""
        insert into IndicatorStep (Country, IndicatorId, DefinitionNo, Position, Name) values (@Country, @Id, 1, @Position, @Name)
        """);

    private static readonly CountrySql AddMeasurement = CountrySql.Of("""
        insert into Measurement (Country, Id, IndicatorId, DefinitionNo, PeriodText, PeriodStart, PeriodEnd, State, Value, Numerator, Denominator,
               DistinctValue, PrintedPercent, Rung, Reached, Mark, SourceLines, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @IndicatorId, 1, @Period, @Start, @End, @State, @Value, @Numerator, @Denominator, @DistinctAfterDedup, @Percent,
               @Rung, @Reached, @Status, @Src, 1, @Now, @Person)
        """);

    public static Guid IdOf(CountryCode country, string code) => SeedId.Of(country, "Indicator", code);

    public static Guid MeasurementId(CountryCode country, string code) => SeedId.Of(country, "Measurement", code);

    /// <summary>Whose indicator it is: its own country, or its initiative's; null for the region's.</summary>
    public static CountryCode? CountryOf(ReportFile report, SeedIndicator i) =>
        i.Country ?? (i.Initiative is { } code
            ? (report.Initiatives.FirstOrDefault(x => x.Code == code) ?? throw new SeedException($"{ReportFile.Name}: {i.Code} names {code}, which is no initiative.")).Country
            : null);

    public static async Task StageAsync(CountryEdit db, ReportFile report, CancellationToken ct)
    {
        foreach (var (n, i) in report.Indicators.Index().Where(x => CountryOf(report, x.Item) == db.Country))
        {
            var id = IdOf(db.Country, i.Code);
            await db.StageAsync(Add, new
            {
                Id = id,
                i.Code,
                InitiativeId = i.Initiative is { } code ? InitiativeRows.IdOf(db.Country, code) : (Guid?)null,
                i.Common,
                Position = n + 1,
                i.Status,
                i.Src,
            }, ct);
            await db.StageAsync(AddDefinition, new
            {
                Id = id,
                i.Name,
                i.Kind,
                i.Unit,
                i.Population,
                IsSplit = DefinitionRules.IsUsuallySplit(i.Kind, i.Unit),
                Overlap = i.Overlap ?? throw new SeedException($"{ReportFile.Name}: {i.Code} has no overlap rule."),
                i.Agg,
                i.Funder,
                i.AlsoReportedIn,
                i.Baseline,
                i.Target,
                TargetPeriod = i.Target is null ? null : i.Period,
                i.Note,
            }, ct);
            foreach (var (s, step) in i.Steps.Index()) await db.StageAsync(AddStep, new { Id = id, Position = s + 1, Name = step }, ct);
            await StageValueAsync(db, i, id, ct);
            await MarkRows.StageAsync(db, "Indicator", id, nameof(i.Baseline), i.Marks?.Baseline, i.MarkNotes?.Baseline, ct);
        }
    }

    private static async Task StageValueAsync(CountryEdit db, SeedIndicator i, Guid indicator, CancellationToken ct)
    {
        var id = MeasurementId(db.Country, i.Code);
        var (start, end) = SeedValue.Period(i.Period);
        var (value, rung, reached) = (SeedValue.Number(i), SeedValue.Rung(i), SeedValue.Reached(i));
        var numerator = i.NumeratorIsIllustrative ? null : i.Numerator;
        // A plan or a possibility has a target and no value yet: nothing, never zero, and nobody said that it was not collected.
        await db.StageAsync(AddMeasurement, new
        {
            Id = id,
            IndicatorId = indicator,
            i.Period,
            Start = start,
            End = end,
            State = ValueState.Reported,
            Value = value,
            Numerator = numerator,
            i.Denominator,
            i.DistinctAfterDedup,
            i.Percent,
            Rung = rung,
            Reached = reached,
            i.Status,
            i.Src,
        }, ct);
        await MarkRows.StageAsync(db, "Measurement", id, "PrintedPercent", i.Marks?.Percent, null, ct);
    }
}
