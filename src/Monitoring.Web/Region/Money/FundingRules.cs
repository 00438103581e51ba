using Monitoring.Data;
using Monitoring.Web.Budgets;

namespace Monitoring.Web.Region.Money;

/// <summary>By what the lines of all countries are put together.</summary>
public enum FundingBy { Country, Axis, Funder, Year }

/// <summary>An amount in US cents from lines that a dated rate converts; <paramref name="Refused"/> names the currencies and years without
/// one: then there is no sum, because a sum of the others would pass for the whole.</summary>
public sealed record Dollars(long? Cents, int Lines, IReadOnlyList<(string Currency, int Year)> Refused, Mark Mark);

/// <summary>What is missing of what is required, in US cents. <paramref name="Unknown"/> counts lines of which one side was not reported
/// or not converted: they are in no sum.</summary>
public sealed record GapSum(long? Cents, int Known, int Unknown, Mark Mark);

/// <summary>A group of lines: one row a currency, and all of it in dollars.</summary>
public sealed record FundingGroup(string? Key, IReadOnlyList<BudgetRow> Lines)
{
    public IReadOnlyList<IGrouping<string, BudgetRow>> Currencies { get; } = [.. Lines.GroupBy(l => l.Currency).OrderBy(g => g.Key, StringComparer.Ordinal)];
}

/// <summary>What may be said about money across countries. Currencies are never added; dollars are added only where every line has a dated
/// rate; a pledge is in no sum of money.</summary>
public static class FundingRules
{
    /// <summary>Groups in the order of the key; null (no axis, no funder) last.</summary>
    public static IReadOnlyList<FundingGroup> Groups(IEnumerable<BudgetRow> lines, FundingBy by) =>
    [
        .. lines.Where(l => l.HasAmount).GroupBy(l => by switch
        {
            FundingBy.Country => l.Country.Value,
            FundingBy.Axis => l.AxisCode,
            FundingBy.Funder => l.Funder,
            _ => l.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new FundingGroup(g.Key, [.. g])),
    ];

    /// <summary>That amount of the lines in dollars.</summary>
    public static Dollars InDollars(IEnumerable<BudgetRow> lines, Amount amount, IReadOnlyList<RateRow> rates)
    {
        var reported = lines.Where(l => amount.Of(l) is not null).Select(l => (Line: l, Rate: RateRules.For(l.Currency, l.FiscalYear, rates))).ToList();
        var refused = reported.Where(r => r.Line.Currency != RateRules.UsDollars && r.Rate is null).Select(r => (r.Line.Currency, r.Line.FiscalYear)).Distinct().Order().ToList();
        var mark = reported.SelectMany(r => Marks(r.Line, r.Rate)).DefaultIfEmpty(Mark.Derived).Max();
        return new Dollars(reported.Count == 0 || refused.Count > 0 ? null : reported.Sum(r => RateRules.ToUsCents(amount.Of(r.Line), r.Line.Currency, r.Rate)), reported.Count, refused, mark);
    }

    /// <summary>The gaps of the lines, each within its own line: money of one is not there for another.</summary>
    public static GapSum Gap(IEnumerable<BudgetRow> lines, IReadOnlyList<RateRow> rates)
    {
        var gaps = lines.Where(l => l.HasAmount).Select(l =>
        {
            var rate = RateRules.For(l.Currency, l.FiscalYear, rates);
            return (Line: l, Rate: rate, Cents: RateRules.ToUsCents(BudgetRules.Gap(l.RequiredMinor, l.NationalMinor, l.CommittedMinor, l.DisbursedMinor), l.Currency, rate));
        }).ToList();
        var known = gaps.Where(g => g.Cents is not null).ToList();
        return new GapSum(known.Count == 0 ? null : known.Sum(g => g.Cents), known.Count, gaps.Count - known.Count, known.SelectMany(g => Marks(g.Line, g.Rate)).DefaultIfEmpty(Mark.Derived).Max());
    }

    // What is converted is derived; from an invented amount or rate it is invented.
    private static IEnumerable<Mark> Marks(BudgetRow line, RateRow? rate) => line.Currency == RateRules.UsDollars || rate is null ? [Mark.Derived, line.Mark] : [Mark.Derived, line.Mark, rate.Mark];
}
