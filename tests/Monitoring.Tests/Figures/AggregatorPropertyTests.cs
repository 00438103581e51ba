using CsCheck;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Range = Monitoring.Web.Figures.Range;

namespace Monitoring.Tests.Figures;

/// <summary>What holds for any figures.</summary>
public sealed class AggregatorPropertyTests
{
    private static readonly Gen<Figure> AnyFigure =
        from country in OneOf(Some.Honduras, Some.Mexico, Some.ElSalvador)
        from code in OneOf("A", "B", "C")
        from kind in Gen.Frequency((8, Gen.Const(IndicatorKind.Count)), (3, Gen.Const(IndicatorKind.Ratio)), (1, Gen.Enum<IndicatorKind>()))
        from overlap in Gen.Frequency((6, Gen.Const(OverlapRule.Disjoint)), (2, Gen.Enum<OverlapRule>()))
        from unit in Gen.Frequency((6, Gen.Const("cases")), (1, Gen.Const("persons")))
        from population in Gen.Frequency((6, OneOf<string?>("displaced")), (1, OneOf<string?>("returned", null)))
        from period in Gen.Frequency((4, OneOf(Period.NotStated)), (1, OneOf(new Period("2020"))))
        from funder in OneOf<string?>("UNHCR", "ICRC", null)
        from numbers in Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[1, 3])
        from state in Gen.Frequency((5, Gen.Const(ValueState.Reported)), (1, Gen.Enum<ValueState>()))
        from duplicate in Gen.Frequency((8, OneOf<string?>((string?)null)), (1, OneOf<string?>("A", "B", "C")))
        from plan in Gen.Frequency((8, Gen.Const(false)), (1, Gen.Const(true)))
        select new Figure
        {
            Country = country,
            Code = code,
            Name = code,
            Kind = kind,
            Overlap = overlap,
            Unit = unit,
            Population = population,
            Period = period,
            Funder = funder,
            Initiative = "I",
            State = state,
            Value = kind is IndicatorKind.Ratio ? null : numbers.Item1,
            Numerator = numbers.Item1,
            Denominator = numbers.Item1 + numbers.Item2,
            Rung = code,
            Reached = numbers.Item1 > 25,
            DefinitionNo = numbers.Item3 == 3 ? 2 : 1,
            DuplicateOf = duplicate == code ? null : duplicate,
            IsPlan = plan,
            Mark = (Mark)(numbers.Item2 % 5),
        };

    private static readonly Gen<Figure[]> Figures = AnyFigure.Array[0, 7];

    // The same figures, but each of one thing: these add up often enough to prove something about sums.
    private static readonly Gen<Figure[]> Alike = Figures.Select(all => all.Select(f => f with
    {
        Kind = IndicatorKind.Count,
        Unit = "cases",
        Population = "displaced",
        DefinitionNo = 1,
        IsPlan = false,
        DuplicateOf = null,
        Value = f.Numerator,
    }).ToArray());

    [Fact]
    public void The_figures_of_these_tests_meet_every_outcome()
    {
        var met = new HashSet<Type>();
        Gen.Select(Figures, Alike).Sample((any, alike) =>
        {
            lock (met) met.UnionWith([Aggregator.Of(any).GetType(), Aggregator.Of(alike).GetType()]);
        }, iter: 1000);
        met.ShouldBe([typeof(Total), typeof(Range), typeof(Refusal), typeof(Missing), typeof(PerStep)], ignoreOrder: true);
    }

    [Fact]
    public void The_order_in_which_figures_come_changes_nothing() =>
        Gen.Select(Figures, Gen.Int).Sample((figures, seed) =>
        {
            var shuffled = figures.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Told(Aggregator.Of(shuffled)) == Told(Aggregator.Of(figures));
        });

    [Fact]
    public void A_range_goes_from_the_largest_part_to_the_sum() =>
        Alike.Sample(figures => Aggregator.Of(figures) is not Range range
            || (range.Low == range.Parts.Max(p => p.Value) && range.High == range.Parts.Sum(p => p.Value) && range.Low < range.High));

    [Fact]
    public void A_total_is_the_sum_of_its_parts_recomputed() =>
        Alike.Sample(figures => Aggregator.Of(figures) is not Total total
            || total.Value == total.Parts.Sum(p => p.Overlap is OverlapRule.Distinct ? p.DistinctValue ?? p.Value : p.Value));

    [Fact]
    public void What_was_refused_stays_refused_whatever_is_added() =>
        Gen.Select(Figures, AnyFigure.Select(f => f with { DuplicateOf = null })).Sample((figures, more) =>
            Aggregator.Of(figures) is not Refusal || figures.Any(f => f.DuplicateOf is not null) || Aggregator.Of([.. figures, more]) is Refusal);

    [Fact]
    public void A_range_never_becomes_a_total_by_adding_a_figure() =>
        Gen.Select(Alike, AnyFigure).Sample((figures, more) =>
            Aggregator.Of(figures) is not Range || Aggregator.Of([.. figures, more with { DuplicateOf = null }]) is Range or Refusal);

    [Fact]
    public void A_ratio_is_made_of_the_sums_of_its_parts() =>
        Figures.Select(all => all.Select(f => f with { Kind = IndicatorKind.Ratio, Value = null }).ToArray()).Sample(figures =>
            Aggregator.Of(figures) is not Total total
            || (total.Numerator == total.Parts.Sum(p => p.Numerator) && total.Denominator == total.Parts.Sum(p => p.Denominator)
                && total.Percent == Percent.Of(total.Numerator, total.Denominator)));

    [Fact]
    public void A_missing_figure_never_changes_the_number() =>
        Gen.Select(Figures, AnyFigure).Sample((figures, more) =>
        {
            var silent = more with { State = ValueState.NotCollected, DuplicateOf = null };
            return Number(Aggregator.Of([.. figures, silent])) == Number(Aggregator.Of(figures));
        });

    [Fact]
    public void A_repetition_never_changes_the_number() =>
        Alike.Where(figures => figures.Any(f => !f.IsMissing)).Sample(figures =>
        {
            var repeated = figures.First(f => !f.IsMissing);
            return Number(Aggregator.Of([.. figures, repeated with { Code = "Z", DuplicateOf = repeated.Code }])) == Number(Aggregator.Of(figures));
        });

    [Fact]
    public void Nothing_that_is_computed_has_a_better_mark_than_the_weakest_of_its_parts() =>
        Figures.Sample(figures =>
        {
            var aggregate = Aggregator.Of(figures);
            return aggregate.Parts.All(p => p.Mark <= aggregate.Mark) && (aggregate.Parts.Count < 2 || aggregate.Mark >= Mark.Derived);
        });

    [Fact]
    public void Subtotals_hold_every_figure_once_and_never_two_units_or_populations() =>
        Figures.Sample(figures =>
        {
            var alone = figures.Select(f => f with { DuplicateOf = null }).ToList();
            var subtotals = Aggregator.Subtotals(alone);
            return subtotals.Sum(s => s.Parts.Count) == alone.Count(f => !f.IsMissing)
                && subtotals.All(s => s.Parts.Select(p => (p.Unit, p.Population, p.IsPlan)).Distinct().Count() == 1);
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Told(Aggregate aggregate) =>
        $"{Number(aggregate)} | {string.Join(';', aggregate.Notes)} | {string.Join(';', aggregate.Parts)} | {aggregate.Mark}";

    private static string Number(Aggregate aggregate) => aggregate switch
    {
        Total t => $"{t.Value} {t.Numerator} {t.Denominator}",
        Range r => $"{r.Low}–{r.High} {r.Reason.Key} {string.Join(' ', r.Reason.Values)}",
        PerStep s => string.Join(' ', s.Steps.Select(x => $"{x.Step} {string.Join(',', x.Countries)}")),
        Refusal r => $"refused {r.Reason.Key} {string.Join(' ', r.Reason.Values)}",
        Missing m => $"missing {m.Reason.Key}",
        _ => throw new ArgumentOutOfRangeException(nameof(aggregate)),
    };
}
