using Monitoring.Data;
using Monitoring.Web.Budgets;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.Region.Compare;

namespace Monitoring.Web.Region;

/// <summary>One of the five amounts of a budget line. They are five things: a pledge never counts as money.</summary>
public sealed record Amount(string TextKey, Func<BudgetRow, long?> Of);

/// <summary>Amounts of money as figures: the currency is the unit, so two currencies are never added.</summary>
public static class Amounts
{
    public static readonly IReadOnlyList<Amount> All =
    [
        new("Required", b => b.RequiredMinor), new("National", b => b.NationalMinor), new("Pledged", b => b.PledgedMinor),
        new("Committed", b => b.CommittedMinor), new("Disbursed", b => b.DisbursedMinor),
    ];

    /// <summary>What that amount comes to over <paramref name="lines"/>; missing where no line has it.</summary>
    public static Aggregate Together(IEnumerable<BudgetRow> lines, Amount amount) => Aggregator.Of(lines.Select(line => new Figure
    {
        Country = line.Country,
        Code = amount.TextKey,
        Name = amount.TextKey,
        Kind = IndicatorKind.Count,
        Overlap = OverlapRule.Disjoint,
        Unit = line.Currency,
        Population = amount.TextKey,
        Funder = line.Funder,
        Initiative = line.Initiative,
        Value = Major(amount.Of(line), line.Currency),
        State = amount.Of(line) is null ? ValueState.NotCollected : ValueState.Reported,
        Mark = line.Mark,
        IsAwaiting = line.ContentState is Shared.ContentState.Approved,
    }));

    /// <summary>Initiatives that name an amount, of all that were accepted from one country.</summary>
    public static Figure Naming(CountryCode country, IReadOnlyList<BudgetRow> lines, int initiatives) => new()
    {
        Country = country,
        Code = "funding",
        Name = "",
        Kind = IndicatorKind.Ratio,
        Overlap = OverlapRule.SumOfParts,
        ZeroIsAbsence = true,
        Numerator = lines.Where(b => b.HasAmount && b.Initiative is not null).Select(b => b.Initiative).Distinct().Count(),
        Denominator = initiatives,
        Mark = Mark.Derived,
        IsAwaiting = lines.Any(b => b.ContentState is Shared.ContentState.Approved),
    };

    /// <summary>The same over a comparison.</summary>
    public static Aggregate Naming(Comparison of) => Aggregator.Of(of.Countries.Where(c => c.HasData).Select(c => Naming(c.Code, c.Budget, c.InitiativeCount)));

    public static decimal? Major(long? minor, string currency) => minor is { } m ? MoneyRules.Major(m, currency) : null;
}
