using CsCheck;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Indicators;

public sealed class MeasurementRulesTests
{
    private static readonly CellKey Total = CellKey.TotalOf(CellKey.All);
    private static readonly CellKey Women = Total with { Sex = Sex.Female };
    private static readonly CellKey Men = Total with { Sex = Sex.Male };
    private static readonly IndicatorRow Count = new() { Kind = IndicatorKind.Count };
    private static readonly IndicatorRow Ratio = new() { Kind = IndicatorKind.Ratio };

    [Fact]
    public void Nothing_is_below_zero_and_what_is_counted_is_whole()
    {
        ProblemOf(Number(-1)).ShouldBe("Negative");
        ProblemOf(Number(1.5m)).ShouldBe("NumberWhole");
        ProblemOf(Number(0)).ShouldBeNull();
        ProblemOf(new CellValue()).ShouldBe("Required");
        ProblemOf(new CellValue { State = ValueState.NotCollected, Value = 0 }).ShouldBe("NoNumberBesideState");
        ProblemOf(new CellValue { State = ValueState.NotCollected }).ShouldBeNull();
    }

    [Fact]
    public void A_part_is_not_larger_than_its_whole_and_both_are_given()
    {
        MeasurementRules.Problem(Total, Share(39, 38), Ratio, [])!.TextKey.ShouldBe("NumeratorAbove");
        MeasurementRules.Problem(Total, Share(38, 38), Ratio, []).ShouldBeNull();
        MeasurementRules.Problem(Total, Share(0, 0), Ratio, []).ShouldBeNull();
        MeasurementRules.Odd(Total, Share(0, 0), Ratio).ShouldBe([new Warning(Total, "ZeroWhole")]);
        MeasurementRules.Odd(Total, Share(0, 1), Ratio).ShouldBeEmpty();
        MeasurementRules.Problem(Total, Share(1, null), Ratio, [])!.Field.ShouldBe("Denominator");
    }

    [Fact]
    public void What_lies_beyond_the_bounds_of_a_definition_is_odd_and_not_impossible()
    {
        var bounded = Count with { Minimum = 5, Maximum = 10 };
        MeasurementRules.Odd(Total, Number(4.0000m), bounded).ShouldBe([new Warning(Total, "BelowMinimum", 4m, 5m)]);
        MeasurementRules.Odd(Total, Number(11), bounded).ShouldBe([new Warning(Total, "AboveMaximum", 11m, 10m)]);
        MeasurementRules.Odd(Total, Number(10), bounded).ShouldBeEmpty();
        MeasurementRules.Odd(Total, new CellValue { State = ValueState.NotCollected }, bounded).ShouldBeEmpty();
        MeasurementRules.Odd(Total, Share(17, 38), Ratio with { Minimum = 50 }).ShouldBe([new Warning(Total, "ShareBelowMinimum", 44.7m, 50m)]);
        MeasurementRules.Problem(Total, Number(4), bounded, []).ShouldBeNull();
        MeasurementRules.Problem(Total, Number(-1), bounded, [])!.TextKey.ShouldBe("Negative", "what cannot be stays a refusal");
    }

    [Fact]
    public void A_rung_is_one_of_the_ladder_and_it_has_no_breakdown()
    {
        var ladder = new IndicatorRow { Kind = IndicatorKind.Ladder };
        MeasurementRules.Problem(Total, new CellValue { Rung = "passed" }, ladder, ["drafted", "passed"]).ShouldBeNull();
        MeasurementRules.Problem(Total, new CellValue { Rung = "dreamt" }, ladder, ["drafted", "passed"])!.TextKey.ShouldBe("Required");
        MeasurementRules.Problem(Women, new CellValue { Rung = "passed" }, ladder, ["passed"])!.TextKey.ShouldBe("UnknownCell");
    }

    [Fact]
    public void Parts_above_the_total_are_told_and_missing_parts_are_not()
    {
        Parts((Total, Number(10)), (Women, Number(4))).ShouldBeEmpty();
        Parts((Total, Number(10)), (Women, Number(4)), (Men, Number(6))).ShouldBeEmpty();
        Parts((Total, Number(10)), (Women, Number(4)), (Men, Number(5))).ShouldBe([new Warning(Total, "PartsBelowBySex", "9", "10")]);
        Parts((Total, Number(10)), (Women, Number(11))).ShouldBe([new Warning(Total, "PartsAboveBySex", "11", "10")]);
        Parts((Women, Number(4)), (Men, Number(5))).ShouldBeEmpty();
        Parts((Total, Number(10)), (Women, Number(4)), (Men, new CellValue { State = ValueState.NotCollected })).ShouldBeEmpty();
        Parts((Total, Number(10)), (Women, Number(4)), (Men, new CellValue { State = ValueState.NotApplicable })).Single().TextKey.ShouldBe("PartsBelowBySex");
        Parts((Total, Number(10)), (CellKey.TotalOf("Returnees"), Number(11))).Single().TextKey.ShouldBe("GroupAbove");
    }

    private static readonly Gen<CellKey> AnyCell = Gen.Select(Gen.Enum<Sex>(), Gen.Int[0, CellKey.Ages.Count - 1], (s, a) => new CellKey(s, CellKey.Ages[a], CellKey.All));

    [Fact]
    public void Totals_that_are_the_sum_of_their_cells_never_warn() =>
        Gen.Dictionary(AnyCell.Where(c => c.Sex is not Sex.All && c.AgeBand != CellKey.All), Gen.Int[0, 1000])[0, 24].Sample(leaves =>
        {
            var cells = leaves.ToDictionary(l => l.Key, l => Number(l.Value));
            foreach (var sex in leaves.Keys.Select(k => k.Sex).Distinct().ToList()) cells[Total with { Sex = sex }] = Number(leaves.Where(l => l.Key.Sex == sex).Sum(l => l.Value));
            foreach (var age in leaves.Keys.Select(k => k.AgeBand).Distinct().ToList()) cells[Total with { AgeBand = age }] = Number(leaves.Where(l => l.Key.AgeBand == age).Sum(l => l.Value));
            cells[Total] = Number(leaves.Sum(l => l.Value));
            return MeasurementRules.Parts(cells).Count == 0;
        });

    [Fact]
    public void A_part_that_is_above_its_total_always_warns_and_no_cell_is_changed() =>
        Gen.Select(Gen.Dictionary(AnyCell, Gen.Int[0, 50])[1, 30], Gen.Int[1, 9]).Sample((given, more) =>
        {
            var cells = given.ToDictionary(l => l.Key, l => Number(l.Value));
            var part = cells.Keys.First() is { Sex: Sex.All } c ? c with { Sex = Sex.Female } : cells.Keys.First();
            var total = part with { Sex = Sex.All };
            cells[total] = Number(10);
            cells[part] = Number(10 + more);
            var before = new Dictionary<CellKey, CellValue>(cells);
            var warnings = MeasurementRules.Parts(cells);
            return warnings.Any(w => w.Cell == total && w.TextKey == "PartsAboveBySex") && before.All(b => cells[b.Key] == b.Value);
        });

    [Fact]
    public void A_large_jump_against_the_last_value_is_told_and_a_small_one_is_not()
    {
        Earlier[] history = [new(PeriodRules.Read("2019")!, Number(500)), new(PeriodRules.Read("2020")!, Number(20))];
        MeasurementRules.Jump(Total, Number(61), history)!.ShouldBe(new Warning(Total, "Jump", 20m, 61m, "2020"));
        MeasurementRules.Jump(Total, Number(59), history).ShouldBeNull();
        MeasurementRules.Jump(Total, Number(9), history).ShouldBeNull();
        MeasurementRules.Jump(Total, Number(6), history)!.TextKey.ShouldBe("Jump");
        MeasurementRules.Jump(Total, Number(1000), []).ShouldBeNull();
        MeasurementRules.Jump(Total, Share(30, 38), [new(PeriodRules.Read("2020")!, Share(10, 38))])!.TextKey.ShouldBe("JumpOfShare");
        MeasurementRules.Jump(Total, Share(12, 38), [new(PeriodRules.Read("2020")!, Share(10, 38))]).ShouldBeNull();
    }

    [Theory]
    [InlineData("2021", "2021-01-01", "2021-12-31")]
    [InlineData("2021-S2", "2021-07-01", "2021-12-31")]
    [InlineData("2021-t3", "2021-07-01", "2021-09-30")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    public void A_period_is_read_as_it_is_written(string text, string start, string end)
    {
        var period = PeriodRules.Read(text)!;
        ($"{period.Start:yyyy-MM-dd}", $"{period.End:yyyy-MM-dd}").ShouldBe((start, end));
        PeriodRules.Read(period.Text).ShouldBe(period);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-S3")]
    [InlineData("after pilot")]
    public void What_names_no_period_is_none(string text) => PeriodRules.Read(text).ShouldBeNull();

    [Fact]
    public void Nothing_is_reported_of_a_period_that_has_not_begun()
    {
        PeriodRules.Problem(PeriodRules.Read("2022")!, new DateOnly(2021, 11, 15))!.TextKey.ShouldBe("FuturePeriod");
        PeriodRules.Problem(PeriodRules.Read("2021-S2")!, new DateOnly(2021, 11, 15)).ShouldBeNull();
        PeriodRules.Problem(new ReportPeriod("after pilot", null, null), new DateOnly(2021, 11, 15)).ShouldBeNull();
    }

    private static string? ProblemOf(CellValue value) => MeasurementRules.Problem(Total, value, Count, [])?.TextKey;

    private static CellValue Number(decimal value) => new() { Value = value };

    private static CellValue Share(decimal? numerator, decimal? denominator) => new() { Numerator = numerator, Denominator = denominator };

    private static IReadOnlyList<Warning> Parts(params (CellKey, CellValue)[] cells) => MeasurementRules.Parts(cells.ToDictionary());
}
