using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>Takes a next step off the fact sheet, or brings it back. It stays in history.</summary>
public sealed class RetireNextStep(Gate gate, TimeProvider clock)
{
    public Task<Saved<NextStepRow>> RunAsync(CountryCode country, Guid initiative, NextStepRow step, CancellationToken ct = default) =>
        SaveAsync(country, initiative, RetireDraft.Of(step, clock), ct);

    public Task<Saved<NextStepRow>> RestoreAsync(CountryCode country, Guid initiative, NextStepRow step, CancellationToken ct = default) =>
        SaveAsync(country, initiative, RetireDraft.Undo(step), ct);

    private async Task<Saved<NextStepRow>> SaveAsync(CountryCode country, Guid initiative, RetireDraft draft, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, initiative, ct);
        var now = await db.OneAsync<NextStepRow>(NextStepRow.One, draft, ct);
        if (now?.InitiativeId != initiative) return Saved.NotFound;
        var action = draft.RetiredAt is null ? ChangeAction.Restored : ChangeAction.Retired;
        return await db.SaveAsync<NextStepRow>(NextStepRow.One, Update, draft, NextStepsRoom.NextStep, s => s.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update NextStep
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
