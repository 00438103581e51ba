using Monitoring.Data;

namespace Monitoring.Web.NextSteps;

/// <summary>What can be done to a next step.</summary>
public sealed class NextStepEdits(AddNextStep add, SaveNextStep save, RetireNextStep retire, MoveNextStep move)
{
    public Task<Saved<NextStepRow>> SaveAsync(CountryCode country, NextStepDraft draft, string? reason) =>
        draft.Version == 0 ? add.RunAsync(country, draft) : save.RunAsync(country, draft, reason);

    /// <summary>Only the status, in one click.</summary>
    public Task<Saved<NextStepRow>> MarkDoneAsync(CountryCode country, NextStepRow step) =>
        save.RunAsync(country, NextStepDraft.Of(step) with { Status = NextStepStatus.Done });

    /// <summary>Everything as it was before, as a new change on top of <paramref name="saved"/>.</summary>
    public Task<Saved<NextStepRow>> UndoAsync(CountryCode country, NextStepRow before, NextStepRow saved) =>
        save.RunAsync(country, NextStepDraft.Of(before) with { Version = saved.Version }, action: ChangeAction.Restored);

    public Task<Saved<NextStepRow>> MoveAsync(CountryCode country, NextStepRow step, bool up) => move.RunAsync(country, step, up);

    public Task<Saved<NextStepRow>> RetireAsync(CountryCode country, NextStepRow step) => retire.RunAsync(country, step.InitiativeId, step);

    public Task<Saved<NextStepRow>> RestoreAsync(CountryCode country, NextStepRow step) => retire.RestoreAsync(country, step.InitiativeId, step);
}
