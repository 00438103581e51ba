using System.Globalization;

namespace Monitoring.Web.Budgets;

/// <summary>Amounts are whole minor units of their currency; they are never added across currencies.</summary>
public static class MoneyRules
{
    // ISO 4217 currencies without minor units that a donor may use.
    private static readonly string[] Whole = ["CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"];

    /// <summary>ISO 4217 codes that a line may have: those of the region and of those who fund it.</summary>
    public static IReadOnlyList<string> Currencies { get; } =
    [
        "USD", "HNL", "MXN", "GTQ", "CRC", "NIO", "PAB", "BZD", "EUR", "CAD", "CHF", "GBP", "SEK", "NOK", "DKK", "AUD", "BRL", "COP", "ARS", "PEN",
        "DOP", "UYU", .. Whole,
    ];

    /// <summary>Digits after the decimal sign.</summary>
    public static int Decimals(string currency) => Whole.Contains(currency) ? 0 : 2;

    /// <summary>In minor units; null for more decimals than the currency has.</summary>
    public static long? Minor(decimal? major, string currency) =>
        major is { } amount && decimal.Round(amount, Decimals(currency)) == amount ? (long)(Whole.Contains(currency) ? amount : amount * 100m) : null;

    /// <summary>In whole units of the currency.</summary>
    public static decimal Major(long minor, string currency) => Whole.Contains(currency) ? minor : minor / 100m;

    /// <summary>As it is written: <c>USD 1,234.50</c>, in the reader's digits.</summary>
    public static string Text(long minor, string currency)
    {
        return $"{currency}\u00A0{Major(minor, currency).ToString("N" + Decimals(currency), CultureInfo.CurrentCulture)}";
    }

    /// <summary>
    /// One total per currency over lines that report the amount; null where none does. A pledge is a promise: it has its own column
    /// and is in no sum of money.
    /// </summary>
    public static IReadOnlyList<MoneyTotal> Totals(IEnumerable<BudgetLineRow> lines) => lines.GroupBy(l => l.Currency).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new MoneyTotal(g.Key, Sum(g, l => l.RequiredMinor), Sum(g, l => l.NationalMinor), Sum(g, l => l.PledgedMinor),
            Sum(g, l => l.CommittedMinor), Sum(g, l => l.DisbursedMinor))).ToList();

    /// <summary>The sum of what was reported; null where nothing was.</summary>
    public static long? Sum(IEnumerable<BudgetLineRow> lines, Func<BudgetLineRow, long?> amount)
    {
        var reported = lines.Select(amount).OfType<long>().ToList();
        return reported.Count == 0 ? null : checked(reported.Sum());
    }
}

/// <summary>Totals of one currency, in minor units.</summary>
public sealed record MoneyTotal(string Currency, long? RequiredMinor, long? NationalMinor, long? PledgedMinor, long? CommittedMinor, long? DisbursedMinor);
