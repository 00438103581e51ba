using Monitoring.Data;

namespace Monitoring.Web.Budgets;

/// <summary>US dollars for one unit of a currency on a day, with its source.</summary>
public sealed record RateRow
{
    public string Currency { get; init; } = "";
    public DateOnly RateOn { get; init; }
    public decimal UsDollars { get; init; }
    public string Source { get; init; } = "";
    public Mark Mark { get; init; }

    public static readonly CountrySql All = CountrySql.Of("select Currency, RateOn, UsDollars, Source, Mark from ExchangeRate order by Currency, RateOn");
}

/// <summary>Which rate converts which year, and what that gives.</summary>
public static class RateRules
{
    public const string UsDollars = "USD";

    /// <summary>
    /// The last rate of the fiscal year, or of the year before it where the year itself has none. Null: there is no rate for that year,
    /// and the amount stays in its currency.
    /// </summary>
    public static RateRow? For(string currency, int fiscalYear, IEnumerable<RateRow> rates) => rates
        .Where(r => r.Currency == currency && r.RateOn.Year <= fiscalYear && r.RateOn.Year >= fiscalYear - 1 && r.UsDollars > 0)
        .MaxBy(r => r.RateOn);

    /// <summary>In US cents, halves away from zero; null without a rate. A dollar is a dollar.</summary>
    public static long? ToUsCents(long? minor, string currency, RateRow? rate)
    {
        if (minor is not { } amount) return null;
        if (currency == UsDollars) return amount;
        return rate is null ? null : (long)Math.Round(MoneyRules.Major(amount, currency) * rate.UsDollars * 100m, 0, MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// An amount over lines of all currencies, each converted as it is shown, in US cents; null where none can be. What has no rate is not in
    /// the sum and is counted beside it.
    /// </summary>
    public static (long? Cents, int Left) TotalInUsCents(IReadOnlyCollection<BudgetLineRow> lines, Func<BudgetLineRow, long?> amount, IReadOnlyList<RateRow> rates)
    {
        var all = lines.Where(l => amount(l) is not null).Select(l => ToUsCents(amount(l), l.Currency, For(l.Currency, l.FiscalYear, rates))).ToList();
        var converted = all.OfType<long>().ToList();
        return (converted.Count == 0 ? null : checked(converted.Sum()), all.Count - converted.Count);
    }
}
