using System.Globalization;
using CsCheck;
using Monitoring.Web.Budgets;

namespace Monitoring.Tests.Budgets;

public sealed class MoneyRulesTests
{
    [Fact]
    public void Totals_stay_in_their_currency_and_what_nobody_reported_stays_missing()
    {
        var totals = MoneyRules.Totals([
            new() { Currency = "USD", RequiredMinor = 100, PledgedMinor = 5000 },
            new() { Currency = "HNL", RequiredMinor = 7 },
            new() { Currency = "USD", RequiredMinor = 50, DisbursedMinor = 0 },
        ]);
        totals.ShouldBe([
            new MoneyTotal("HNL", 7, null, null, null, null),
            new MoneyTotal("USD", 150, null, 5000, null, 0),
        ]);
    }

    private static readonly Gen<BudgetLineRow[]> Lines =
        Gen.Select(Gen.OneOf([.. MoneyRules.Currencies.Take(4).Select(Gen.Const)]), Gen.Long[0, 1_000_000_000], Gen.Int[0, 3]).Select((currency, minor, reports) => new BudgetLineRow
        {
            Currency = currency,
            RequiredMinor = reports > 0 ? minor : null,
            PledgedMinor = reports > 1 ? minor / 2 : null,
            DisbursedMinor = reports > 2 ? minor / 3 : null,
        }).Array[0, 12];

    [Fact]
    public void A_total_holds_every_line_of_its_currency_once_and_none_of_another() =>
        Lines.Sample(lines =>
        {
            var totals = MoneyRules.Totals(lines);
            return totals.Select(t => t.Currency).SequenceEqual(lines.Select(l => l.Currency).Distinct().Order(StringComparer.Ordinal))
                && totals.All(t =>
                {
                    var own = lines.Where(l => l.Currency == t.Currency).ToList();
                    return t.RequiredMinor == (own.Any(l => l.RequiredMinor is not null) ? own.Sum(l => l.RequiredMinor ?? 0) : null)
                        && t.PledgedMinor == (own.Any(l => l.PledgedMinor is not null) ? own.Sum(l => l.PledgedMinor ?? 0) : null)
                        && t.DisbursedMinor == (own.Any(l => l.DisbursedMinor is not null) ? own.Sum(l => l.DisbursedMinor ?? 0) : null);
                });
        });

    [Fact]
    public void The_rate_of_a_year_is_its_last_one_or_that_of_the_year_before_and_never_of_another_currency() =>
        Gen.Select(Gen.Select(Gen.OneOf(Gen.Const("HNL"), Gen.Const("MXN")), Gen.Int[0, 2200], Gen.Int[0, 9]).Array[0, 10], Gen.Int[2017, 2026]).Sample((given, year) =>
        {
            var rates = given.Select(g => new RateRow { Currency = g.Item1, RateOn = new DateOnly(2018, 1, 1).AddDays(g.Item2), UsDollars = g.Item3 / 100m }).ToList();
            var usable = rates.Where(r => r.Currency == "HNL" && r.UsDollars > 0 && (r.RateOn.Year == year || r.RateOn.Year == year - 1)).ToList();
            var chosen = RateRules.For("HNL", year, rates);
            return usable.Count == 0 ? chosen is null : chosen is not null && usable.Contains(chosen) && usable.All(r => r.RateOn <= chosen.RateOn);
        });

    [Fact]
    public void Minor_units_are_those_of_the_currency()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        MoneyRules.Text(123456, "USD").ShouldBe("USD\u00A01,234.56");
        MoneyRules.Text(123456, "JPY").ShouldBe("JPY\u00A0123,456");
    }
}
