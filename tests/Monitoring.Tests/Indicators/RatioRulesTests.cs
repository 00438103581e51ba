using CsCheck;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Indicators;

public sealed class RatioRulesTests
{
    private const int Most = 1_000_000;

    private static readonly Gen<(int Part, int Whole)> Shares = Gen.Int[1, Most].SelectMany(whole => Gen.Int[0, whole].Select(part => (part, whole)));

    [Fact]
    public void A_share_is_between_nothing_and_all_and_is_all_only_when_it_rounds_there() => Shares.Sample(s =>
    {
        var percent = RatioRules.Percent(s.Part, s.Whole)!.Value;
        percent.ShouldBeInRange(0, 100);
        (percent == 100).ShouldBe(2000L * s.Part >= 1999L * s.Whole);
        (percent == 0).ShouldBe(2000L * s.Part < s.Whole);
    });

    [Fact]
    public void What_is_shown_is_never_further_from_the_parts_than_half_a_tenth_and_has_one_decimal() => Shares.Sample(s =>
    {
        var percent = RatioRules.Percent(s.Part, s.Whole)!.Value;
        Math.Abs(percent * s.Whole - 100m * s.Part).ShouldBeLessThanOrEqualTo(0.05m * s.Whole);
        decimal.Truncate(percent * 10).ShouldBe(percent * 10);
    });

    [Fact]
    public void A_larger_part_of_the_same_whole_is_never_shown_smaller() => Gen.Select(Shares, Gen.Int[0, Most]).Sample((s, other) =>
        RatioRules.Percent(Math.Min(s.Part, other), s.Whole)!.Value.ShouldBeLessThanOrEqualTo(RatioRules.Percent(Math.Max(s.Part, other), s.Whole)!.Value));

    [Fact]
    public void The_same_share_in_larger_numbers_reads_the_same() => Gen.Select(Shares, Gen.Int[1, 1000]).Sample((s, times) =>
        RatioRules.Percent((decimal)s.Part * times, (decimal)s.Whole * times).ShouldBe(RatioRules.Percent(s.Part, s.Whole)));

    [Fact]
    public void A_share_and_the_rest_come_to_a_hundred_but_for_rounding() => Shares.Sample(s =>
        (RatioRules.Percent(s.Part, s.Whole)!.Value + RatioRules.Percent(s.Whole - s.Part, s.Whole)!.Value).ShouldBeInRange(100, 100.1m));

    [Fact]
    public void Nothing_below_zero_and_no_empty_whole_has_a_percentage() => Gen.Select(Gen.Int[-Most, Most], Gen.Int[-Most, Most]).Sample((part, whole) =>
        (RatioRules.Percent(part, whole) is null).ShouldBe(part < 0 || whole <= 0));

    [Theory]
    [InlineData(17, 38, 44.7)]
    [InlineData(0, 7, 0)]
    [InlineData(6, 7, 85.7)]
    [InlineData(1, 800, 0.1)]
    [InlineData(3, 8, 37.5)]
    public void A_percentage_comes_from_its_parts_with_one_decimal(int part, int whole, double percent) =>
        RatioRules.Percent(part, whole).ShouldBe((decimal)percent);

    [Fact]
    public void Halves_go_away_from_zero() => RatioRules.Percent(1, 2000).ShouldBe(0.1m);

    [Fact]
    public void No_parts_no_percentage()
    {
        RatioRules.Percent(null, 38).ShouldBeNull();
        RatioRules.Percent(17, null).ShouldBeNull();
        RatioRules.Percent(17, 0).ShouldBeNull();
        RatioRules.Percent(-1, 4).ShouldBeNull();
    }
}
