using Monitoring.Data;

namespace Monitoring.Web.Budgets;

/// <summary>What can be done to a budget line.</summary>
public sealed class BudgetEdits(AddBudgetLine add, SaveBudgetLine save, RetireBudgetLine retire)
{
    public Task<Saved<BudgetLineRow>> SaveAsync(CountryCode country, BudgetLineDraft draft, string? reason) =>
        draft.Version == 0 ? add.RunAsync(country, draft) : save.RunAsync(country, draft, reason);

    /// <summary>Everything as it was before, as a new change on top of <paramref name="saved"/>.</summary>
    public Task<Saved<BudgetLineRow>> UndoAsync(CountryCode country, BudgetLineRow before, BudgetLineRow saved) =>
        save.RunAsync(country, BudgetLineDraft.Of(before) with { Version = saved.Version }, action: ChangeAction.Restored);

    public Task<Saved<BudgetLineRow>> RetireAsync(CountryCode country, BudgetLineRow line) => retire.RunAsync(country, line);

    public Task<Saved<BudgetLineRow>> RestoreAsync(CountryCode country, BudgetLineRow line) => retire.RestoreAsync(country, line);
}
