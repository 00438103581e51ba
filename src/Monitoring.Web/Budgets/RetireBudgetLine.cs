using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Budgets;

/// <summary>Takes a line out of the budget, or brings it back. It stays in history.</summary>
public sealed class RetireBudgetLine(Gate gate, TimeProvider clock)
{
    public Task<Saved<BudgetLineRow>> RunAsync(CountryCode country, BudgetLineRow line, CancellationToken ct = default) =>
        SaveAsync(country, line, RetireDraft.Of(line, clock), ChangeAction.Retired, ct);

    public Task<Saved<BudgetLineRow>> RestoreAsync(CountryCode country, BudgetLineRow line, CancellationToken ct = default) =>
        SaveAsync(country, line, RetireDraft.Undo(line), ChangeAction.Restored, ct);

    private async Task<Saved<BudgetLineRow>> SaveAsync(CountryCode country, BudgetLineRow line, RetireDraft draft, ChangeAction action, CancellationToken ct)
    {
        await using var db = await gate.EditLineAsync(country, line.InitiativeId, ct);
        var now = await db.OneAsync<BudgetLineRow>(BudgetLineRow.One, new { draft.Id }, ct);
        if (now is null || now.InitiativeId != line.InitiativeId) return Saved.NotFound;
        return await db.SaveAsync<BudgetLineRow>(BudgetLineRow.One, Update, draft, BudgetsRoom.BudgetLine, b => b.Label, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update BudgetLine
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
