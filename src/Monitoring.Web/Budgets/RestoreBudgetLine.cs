using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Budgets;

public sealed class RestoreBudgetLine(Gate gate, SaveBudgetLine save) : Restorer
{
    public override string Subject => BudgetsRoom.BudgetLine;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        BudgetLineRow? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct)) now = await db.OneAsync<BudgetLineRow>(BudgetLineRow.One, new { Id = id }, ct);
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(BudgetLineDraft.Of(now), earlier), action: ChangeAction.Restored, ct: ct)).Outcome;
    }
}
