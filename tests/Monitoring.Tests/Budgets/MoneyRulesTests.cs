using System.Globalization;
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

    [Fact]
    public void Minor_units_are_those_of_the_currency()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        MoneyRules.Text(123456, "USD").ShouldBe("USD\u00A01,234.56");
        MoneyRules.Text(123456, "JPY").ShouldBe("JPY\u00A0123,456");
    }
}
