using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Budgets;

/// <summary>What is true about budget lines.</summary>
public static class BudgetRules
{
    public const int Funder = 300, Note = 1000, Reason = 1000, FirstYear = 2000, YearsAhead = 10;

    // So that totals of many lines stay within what the columns hold.
    private const long Largest = 1_000_000_000_000_000;

    public static Problem? Problem(BudgetLineDraft draft, DateOnly today) =>
        ((draft.InitiativeId is null) == (draft.CommitmentId is null) ? new Problem("Owner", "OwnerNeeded") : null)
        ?? (draft.FiscalYear >= FirstYear && draft.FiscalYear <= today.Year + YearsAhead ? null : new Problem(nameof(draft.FiscalYear), "YearRange", FirstYear, today.Year + YearsAhead))
        ?? TextRules.Problem(nameof(draft.Funder), draft.Funder, Funder)
        ?? (MoneyRules.Currencies.Contains(draft.Currency) ? null : new Problem(nameof(draft.Currency), "NoSuchCurrency", draft.Currency))
        ?? draft.Amounts.Where(a => a.Minor < 0).Select(a => new Problem(a.Field, "NumberSign")).FirstOrDefault()
        ?? draft.Amounts.Where(a => a.Minor > Largest).Select(a => new Problem(a.Field, "NumberTooLarge")).FirstOrDefault()
        ?? (draft.Amounts.Any(a => a.Minor is not null) ? null : new Problem(nameof(draft.RequiredMinor), "AmountNeeded"))
        ?? (draft.DisbursedMinor > (draft.CommittedMinor ?? draft.DisbursedMinor) + (draft.NationalMinor ?? 0)
            ? new Problem(nameof(draft.DisbursedMinor), "DisbursedAbove") : null)
        ?? TextRules.Problem(nameof(draft.Note), draft.Note, Note);

    /// <summary>A line of an accepted report changes with its reason only.</summary>
    public static Problem? ReasonProblem(BudgetLineRow now, string? reason) =>
        now.FrozenIn is not null && string.IsNullOrWhiteSpace(reason) ? new Problem(nameof(Reason), "RestatementReason") : TextRules.Problem(nameof(Reason), reason, Reason);

    /// <summary>
    /// Money that is there: national funds and what was committed, or disbursed where that is more. A pledge is not money. Null where
    /// none of them was reported.
    /// </summary>
    public static long? Money(long? national, long? committed, long? disbursed) =>
        national is null && committed is null && disbursed is null ? null : (national ?? 0) + Math.Max(committed ?? 0, disbursed ?? 0);

    /// <summary>What is still missing of what is required, at least zero. Null where either side was not reported: unknown is no gap of everything.</summary>
    public static long? Gap(long? required, long? national, long? committed, long? disbursed) =>
        required is { } need && Money(national, committed, disbursed) is { } money ? Math.Max(0, need - money) : null;

    public static long? Gap(BudgetLineRow line) => Gap(line.RequiredMinor, line.NationalMinor, line.CommittedMinor, line.DisbursedMinor);

    /// <summary>The mark of a row after a save: reported once every amount in it was; one invented amount keeps it invented.</summary>
    public static Mark MarkAfter(BudgetLineRow now, BudgetLineDraft draft, IReadOnlySet<string> reported)
    {
        var before = BudgetLineDraft.Of(now).Amounts.ToDictionary(a => a.Field, a => a.Minor);
        return draft.Amounts.Where(a => a.Minor is not null).All(a => a.Minor != before[a.Field] || reported.Contains(a.Field)) ? Mark.Reported : now.Mark;
    }
}
