using Monitoring.Web.Budgets;
using Monitoring.Web.Region;
using Monitoring.Web.Region.Money;

namespace Monitoring.Tests.Region;

public sealed class FundingRulesTests
{
    private static readonly RateRow[] Rates = [new() { Currency = "HNL", RateOn = new(2021, 12, 31), UsDollars = 0.04m, Source = "Central bank", Mark = Mark.Stated }];

    private static BudgetRow Line(string currency, long? required, long? national = null, long? pledged = null, int year = 2021) =>
        new() { Country = World.Honduras, Currency = currency, FiscalYear = year, RequiredMinor = required, NationalMinor = national, PledgedMinor = pledged, Mark = Mark.Reported };

    private static Monitoring.Web.Region.Amount Required => Amounts.All[0];

    [Fact]
    public void Dollars_are_added_where_every_line_has_a_dated_rate()
    {
        var sum = FundingRules.InDollars([Line("USD", 100_00), Line("HNL", 1000_00), Line("HNL", null)], Required, Rates);
        (sum.Cents, sum.Lines, sum.Mark).ShouldBe((140_00, 2, Mark.Derived));
    }

    [Fact]
    public void One_line_without_a_rate_refuses_the_sum_and_is_named()
    {
        var sum = FundingRules.InDollars([Line("USD", 100_00), Line("MXN", 5), Line("HNL", 5, year: 2019)], Required, Rates);
        sum.Cents.ShouldBeNull();
        sum.Refused.ShouldBe([("HNL", 2019), ("MXN", 2021)]);
    }

    [Fact]
    public void Nothing_reported_is_no_zero() => FundingRules.InDollars([Line("USD", null, 5)], Required, Rates).ShouldSatisfyAllConditions(s => s.Cents.ShouldBeNull(), s => s.Refused.ShouldBeEmpty());

    [Fact]
    public void An_invented_amount_keeps_its_mark() =>
        FundingRules.InDollars([Line("USD", 1) with { Mark = Mark.Illustrative }, Line("USD", 1)], Required, Rates).Mark.ShouldBe(Mark.Illustrative);

    [Fact]
    public void A_gap_stays_within_its_line_and_a_pledge_does_not_close_it()
    {
        var gap = FundingRules.Gap([Line("USD", 100, 40, pledged: 1000), Line("USD", 10, 500), Line("USD", 70), Line("MXN", 9, 1)], Rates);
        (gap.Cents, gap.Known, gap.Unknown).ShouldBe((60, 2, 2));
    }

    [Fact]
    public void Groups_stand_by_key_and_what_has_none_stands_last()
    {
        var groups = FundingRules.Groups([Line("USD", 1), Line("USD", 1) with { Funder = "B" }, Line("HNL", 1) with { Funder = "A" }, Line("USD", null) with { Funder = "C" }], FundingBy.Funder);
        groups.Select(g => g.Key).ShouldBe(["A", "B", null]);
    }
}
