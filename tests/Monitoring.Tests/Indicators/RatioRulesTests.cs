using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Indicators;

public sealed class RatioRulesTests
{
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
