using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Budgets;

public sealed class RestoreBudgetLine(Gate gate, SaveBudgetLine save, RetireBudgetLine retire) : Restorer
{
    public override string Subject => BudgetsRoom.BudgetLine;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        var now = await NowAsync<BudgetLineRow>(gate, country, BudgetLineRow.One, id, ct);
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(BudgetLineDraft.Of(now), earlier), action: ChangeAction.Restored, ct: ct)).Outcome;
    }

    public override async Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) =>
        await NowAsync<BudgetLineRow>(gate, country, BudgetLineRow.One, id, ct) switch
        {
            null => SaveOutcome.NotFound,
            { RetiredAt: null } => SaveOutcome.Saved,
            var now => (await retire.RestoreAsync(country, now, ct)).Outcome,
        };
}
