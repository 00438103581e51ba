using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Budgets;

public sealed class AddBudgetLine(Gate gate, TimeProvider clock)
{
    public async Task<Saved<BudgetLineRow>> RunAsync(CountryCode country, BudgetLineDraft draft, CancellationToken ct = default)
    {
        if (BudgetRules.Problem(draft, clock.Today()) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditLineAsync(country, draft.InitiativeId, ct);
        return await db.AddAsync<BudgetLineRow>(BudgetLineRow.One, Insert, draft, BudgetsRoom.BudgetLine, b => b.Label, ct);
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into BudgetLine (Country, Id, InitiativeId, CommitmentId, FiscalYear, Funder, Currency, RequiredMinor, NationalMinor, PledgedMinor,
               CommittedMinor, DisbursedMinor, Note, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @CommitmentId, @FiscalYear, @Funder, @Currency, @RequiredMinor, @NationalMinor, @PledgedMinor,
               @CommittedMinor, @DisbursedMinor, @Note, 'Reported', 1, @Now, @Person)
        """);
}

public static class BudgetDoor
{
    /// <summary>The money of an initiative is changed by whoever may edit it, that of a commitment by whoever may edit the country.</summary>
    public static Task<CountryEdit> EditLineAsync(this Gate gate, CountryCode country, Guid? initiative, CancellationToken ct) =>
        initiative is { } id ? gate.EditAsync(country, May.EditInitiative, id, ct) : gate.EditAsync(country, May.EditCountry, ct: ct);
}
