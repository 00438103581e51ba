using CsCheck;
using Monitoring.Web.Budgets;

namespace Monitoring.Tests.Budgets;

public sealed class BudgetRulesTests
{
    private static readonly DateOnly Today = new(2021, 11, 15);
    private static readonly Gen<long?> Amount = Gen.Frequency((1, Gen.Const((long?)null)), (4, Gen.Long[0, 1_000_000_000_000].Select(a => (long?)a)));

    [Fact]
    public void A_pledge_never_closes_a_gap() =>
        Gen.Select(Amount, Amount, Amount, Amount, Amount).Sample((required, national, pledged, committed, disbursed) =>
        {
            var line = new BudgetLineRow { RequiredMinor = required, NationalMinor = national, PledgedMinor = pledged, CommittedMinor = committed, DisbursedMinor = disbursed };
            return BudgetRules.Gap(line) == BudgetRules.Gap(line with { PledgedMinor = null });
        });

    [Fact]
    public void A_gap_is_what_is_required_less_the_money_and_unknown_where_either_is_missing() =>
        Gen.Select(Amount, Amount, Amount, Amount).Sample((required, national, committed, disbursed) =>
        {
            var money = BudgetRules.Money(national, committed, disbursed);
            var gap = BudgetRules.Gap(required, national, committed, disbursed);
            if (required is null || money is null) return gap is null;
            return gap >= 0 && gap <= required && (gap == 0 || gap + money == required) && gap + money >= required;
        });

    [Fact]
    public void What_was_disbursed_is_not_counted_on_top_of_what_was_committed()
    {
        BudgetRules.Money(100, 50, 30).ShouldBe(150);
        BudgetRules.Money(100, null, 30).ShouldBe(130);
        BudgetRules.Money(null, null, 0).ShouldBe(0);
        BudgetRules.Money(null, null, null).ShouldBeNull();
    }

    [Fact]
    public void A_rate_converts_its_year_and_the_next_and_no_other()
    {
        RateRow[] rates = [new() { Currency = "HNL", RateOn = new(2020, 6, 30), UsDollars = 0.04m }, new() { Currency = "HNL", RateOn = new(2021, 6, 30), UsDollars = 0.042m }];
        RateRules.For("HNL", 2021, rates)!.UsDollars.ShouldBe(0.042m);
        RateRules.For("HNL", 2020, rates)!.UsDollars.ShouldBe(0.04m);
        RateRules.For("HNL", 2022, rates)!.UsDollars.ShouldBe(0.042m);
        RateRules.For("HNL", 2023, rates).ShouldBeNull();
        RateRules.For("HNL", 2019, rates).ShouldBeNull();
        RateRules.For("MXN", 2021, rates).ShouldBeNull();
    }

    [Fact]
    public void A_total_in_dollars_is_the_sum_of_what_is_shown_and_counts_what_it_leaves_out()
    {
        RateRow[] rates = [new() { Currency = "HNL", RateOn = new(2021, 6, 30), UsDollars = 0.04m }];
        BudgetLineRow Line(string currency, long? minor, int year = 2021) => new() { Currency = currency, RequiredMinor = minor, FiscalYear = year };
        RateRules.TotalInUsCents([Line("USD", 100_00), Line("HNL", 1000_00), Line("HNL", null)], l => l.RequiredMinor, rates).ShouldBe((140_00L, 0));
        RateRules.TotalInUsCents([Line("USD", 100_00), Line("MXN", 5), Line("HNL", 5, year: 2019)], l => l.RequiredMinor, rates).ShouldBe((100_00L, 2));
        RateRules.TotalInUsCents([Line("MXN", 5)], l => l.RequiredMinor, rates).ShouldBe((null, 1));
        RateRules.TotalInUsCents([Line("USD", 5)], l => l.NationalMinor, rates).ShouldBe((null, 0), "nothing reported is no zero");
    }

    [Fact]
    public void A_converted_amount_is_within_half_a_cent_and_without_a_rate_there_is_none() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[1, 1_000_000], Gen.OneOf(Gen.Const("HNL"), Gen.Const("JPY"))).Sample((minor, millionths, currency) =>
        {
            var rate = new RateRow { Currency = currency, UsDollars = millionths / 1_000_000m };
            var exact = MoneyRules.Major(minor, currency) * rate.UsDollars * 100m;
            return Math.Abs(RateRules.ToUsCents(minor, currency, rate)!.Value - exact) <= 0.5m
                && RateRules.ToUsCents(minor, currency, null) is null && RateRules.ToUsCents(minor, "USD", null) == minor;
        });

    [Fact]
    public void Minor_units_come_back_as_the_amount_that_was_written() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.OneOf([.. MoneyRules.Currencies.Select(Gen.Const)])).Sample((minor, currency) =>
            MoneyRules.Minor(MoneyRules.Major(minor, currency), currency) == minor);

    [Fact]
    public void Another_currency_keeps_the_amounts_and_never_drops_cents()
    {
        var draft = new BudgetLineDraft { Currency = "USD", RequiredMinor = 123_400 };
        draft.In("JPY")!.RequiredMinor.ShouldBe(1234);
        draft.In("JPY")!.In("USD")!.RequiredMinor.ShouldBe(123_400);
        (draft with { PledgedMinor = 1 }).In("JPY").ShouldBeNull();
    }

    [Theory]
    [InlineData("Owner", null, 2021, "USD", 5L, null)]
    [InlineData("FiscalYear", "i", 1999, "USD", 5L, null)]
    [InlineData("FiscalYear", "i", 2032, "USD", 5L, null)]
    [InlineData("Currency", "i", 2021, "XXX", 5L, null)]
    [InlineData("RequiredMinor", "i", 2021, "USD", null, null)]
    [InlineData("DisbursedMinor", "i", 2021, "USD", 5L, 8L)]
    [InlineData(null, "i", 2021, "USD", 5L, 6L)]
    public void What_is_wrong_is_said_at_its_field(string? field, string? owner, int year, string currency, long? required, long? disbursed) =>
        BudgetRules.Problem(new BudgetLineDraft
        {
            InitiativeId = owner is null ? null : Guid.CreateVersion7(),
            FiscalYear = year,
            Currency = currency,
            RequiredMinor = required,
            NationalMinor = disbursed is null ? null : 1,
            CommittedMinor = disbursed is null ? null : 5,
            DisbursedMinor = disbursed,
        }, Today)?.Field.ShouldBe(field);

    [Fact]
    public void A_row_is_reported_once_every_invented_amount_of_it_was_replaced()
    {
        var now = new BudgetLineRow { RequiredMinor = 10, PledgedMinor = 5, Mark = Mark.Illustrative };
        var draft = BudgetLineDraft.Of(now);
        BudgetRules.MarkAfter(now, draft with { RequiredMinor = 12 }, new HashSet<string>()).ShouldBe(Mark.Illustrative);
        BudgetRules.MarkAfter(now, draft with { RequiredMinor = 12 }, new HashSet<string> { "PledgedMinor" }).ShouldBe(Mark.Reported);
        BudgetRules.MarkAfter(now, draft with { RequiredMinor = 12, PledgedMinor = null }, new HashSet<string>()).ShouldBe(Mark.Reported);
    }
}
