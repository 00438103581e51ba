using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Region;

/// <summary>A common indicator and the countries' accepted answers, as figures.</summary>
public sealed record CommonIndicatorAnswers(CommonIndicatorRow Indicator, IReadOnlyList<string> Steps, ILookup<CountryCode, Figure> Answers)
{
    internal const string NamingAnAmount = "RC7";

    /// <summary>Counts initiatives that name an amount at all: none is "no amounts reported", not "zero per cent".</summary>
    public bool CountsAmounts => Indicator.Code == NamingAnAmount;

    /// <summary>The answers of a country; one that says "no figure" where it has not answered.</summary>
    public IReadOnlyList<Figure> Of(CountryCode country) => Answers.Contains(country)
        ? [.. Answers[country]]
        : [CommonAnswers.AsFigure(Indicator, Steps, new AnswerRow { Country = country, AnswerState = ValueState.NotCollected, Mark = Indicator.Mark })];

    /// <summary>What the answers of <paramref name="countries"/> come to.</summary>
    public Aggregate Together(IEnumerable<CountryCode> countries) => Aggregator.Of(countries.SelectMany(Of));

    /// <summary>What can still be said where the whole is refused.</summary>
    public IReadOnlyList<Aggregate> Subtotals(IEnumerable<CountryCode> countries) => Aggregator.Subtotals(countries.SelectMany(Of));
}

/// <summary>The countries' accepted answers to the common indicators of the region.</summary>
public static class CommonAnswers
{
    public static readonly RegionSql Indicators = RegionSql.Of(
        "select Code, DefinitionVersion, Name, Kind, Unit, Note, Mark from CommonIndicator order by Position");

    public static readonly RegionSql Steps = RegionSql.Of("select CommonIndicatorCode, Name from CommonIndicatorStep order by CommonIndicatorCode, Position");

    public static readonly RegionSql Answers = RegionSql.Of("""
        select a.Country, a.CommonIndicatorCode, a.PartNo, a.Value, a.Unit, a.Numerator, a.Denominator, a.Rung, a.Text, a.AnswerState, a.State as ContentState, a.Mark
          from region_common_answer a
          join region_newest s on s.Country = a.Country and s.SnapshotNo = a.SnapshotNo
         order by a.Country, a.CommonIndicatorCode, a.PartNo
        """);

    public static readonly RegionSql AnswersInCycle = RegionSql.Of("""
        select a.Country, a.CommonIndicatorCode, a.PartNo, a.Value, a.Unit, a.Numerator, a.Denominator, a.Rung, a.Text, a.AnswerState, a.State as ContentState, a.Mark
          from region_common_answer a
          join region_accepted s on s.Country = a.Country and s.SnapshotNo = a.SnapshotNo
         where s.CycleCode = @Cycle
         order by a.Country, a.CommonIndicatorCode, a.PartNo
        """);

    /// <summary>The answers of one snapshot as values of the long table.</summary>
    public static readonly RegionSql ValuesOfSnapshot = RegionSql.Of("""
        select a.Country, a.CycleCode, a.SnapshotNo, s.Hash, a.CommonIndicatorCode, c.Name, c.Kind, coalesce(a.Unit, c.Unit) as Unit,
               a.Value, a.Numerator, a.Denominator, a.Rung, a.AnswerState as ValueState, a.Mark
          from region_common_answer a
          left join region_accepted s on s.Country = a.Country and s.SnapshotNo = a.SnapshotNo
          join CommonIndicator c on c.Code = a.CommonIndicatorCode
         where a.Country = @Of and a.SnapshotNo = @No
         order by a.CommonIndicatorCode, a.PartNo
        """);

    /// <summary>Answers of the newest that each country approved or had accepted, or of one cycle.</summary>
    public static async Task<IReadOnlyList<CommonIndicatorAnswers>> ReadAsync(RegionDb db, string? cycle, CancellationToken ct)
    {
        var indicators = await db.ListAsync<CommonIndicatorRow>(Indicators, ct: ct);
        var steps = (await db.ListAsync<CommonStepRow>(Steps, ct: ct)).ToLookup(s => s.CommonIndicatorCode, s => s.Name);
        var answers = (cycle is null ? await db.ListAsync<AnswerRow>(Answers, ct: ct) : await db.ListAsync<AnswerRow>(AnswersInCycle, new { Cycle = cycle }, ct)).ToLookup(a => a.CommonIndicatorCode);
        return [.. indicators.Select(i => new CommonIndicatorAnswers(i, [.. steps[i.Code]],
            answers[i.Code].ToLookup(a => a.Country, a => AsFigure(i, [.. steps[i.Code]], a))))];
    }

    internal static Figure AsFigure(CommonIndicatorRow indicator, IReadOnlyList<string> steps, AnswerRow answer) => new()
    {
        Country = answer.Country,
        Code = indicator.Code,
        DefinitionNo = indicator.DefinitionVersion,
        Name = indicator.Name,
        Kind = indicator.Kind,
        Overlap = indicator.Kind switch
        {
            // Each answer counts within its own country, so what two countries count is not the same.
            IndicatorKind.Count => OverlapRule.Disjoint,
            IndicatorKind.Ratio => OverlapRule.SumOfParts,
            IndicatorKind.Ladder => OverlapRule.CountriesPerStep,
            IndicatorKind.Milestone => OverlapRule.Countries,
            _ => OverlapRule.NotAdded,
        },
        Unit = answer.Unit ?? indicator.Unit,
        State = answer.AnswerState,
        IsAwaiting = answer.ContentState is Shared.ContentState.Approved,
        Value = answer.Value,
        Numerator = answer.Numerator,
        Denominator = answer.Denominator,
        Rung = answer.Rung,
        Steps = steps,
        Mark = answer.Mark,
        Note = answer.Text,
        ZeroIsAbsence = indicator.Code == CommonIndicatorAnswers.NamingAnAmount,
    };
}
