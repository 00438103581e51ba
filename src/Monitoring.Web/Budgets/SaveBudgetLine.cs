using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Budgets;

public sealed class SaveBudgetLine(Gate gate, TimeProvider clock)
{
    public async Task<Saved<BudgetLineRow>> RunAsync(CountryCode country, BudgetLineDraft draft, string? reason = null,
        ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (BudgetRules.Problem(draft, clock.Today()) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditLineAsync(country, draft.InitiativeId, ct);
        // The right was asked for the owner that the draft names: the row has to be of that one.
        var now = await db.OneAsync<BudgetLineRow>(BudgetLineRow.One, new { draft.Id }, ct);
        if (now is null || now.RetiredAt is not null || (now.InitiativeId, now.CommitmentId) != (draft.InitiativeId, draft.CommitmentId)) return Saved.NotFound;
        if (now.Version == draft.Version && action is ChangeAction.Edited && BudgetRules.ReasonProblem(now, reason) is { } missing) return Saved.Refused(missing);
        var reported = (await db.ListAsync<string>(ReportedFields, new { draft.Id }, ct)).ToHashSet();
        return await db.SaveAsync<BudgetLineRow>(BudgetLineRow.One, Update, draft.As(BudgetRules.MarkAfter(now, draft, reported)), BudgetsRoom.BudgetLine, b => b.Label,
            now.FrozenIn is null ? action : ChangeAction.Restated, reason, ct);
    }

    public static readonly CountrySql ReportedFields = CountrySql.Of(
        "select Field from ValueMark where Country = @Country and Subject = 'BudgetLine' and SubjectId = @Id and Mark = 'Reported'");

    public static readonly CountrySql Update = CountrySql.Of("""
        update BudgetLine
           set FiscalYear = @FiscalYear, Funder = @Funder, Currency = @Currency, RequiredMinor = @RequiredMinor, NationalMinor = @NationalMinor,
               PledgedMinor = @PledgedMinor, CommittedMinor = @CommittedMinor, DisbursedMinor = @DisbursedMinor, Note = @Note, Mark = @RowMark,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
