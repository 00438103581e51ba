using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.NextSteps;

public sealed class RestoreNextStep(Gate gate, SaveNextStep save, RetireNextStep retire) : Restorer
{
    public override string Subject => NextStepsRoom.NextStep;

    public override bool IsWhole => false;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct) =>
        await NowAsync<NextStepRow>(gate, country, NextStepRow.One, id, ct) is { } now
            ? (await save.RunAsync(country, Onto(NextStepDraft.Of(now), earlier), action: ChangeAction.Restored, ct: ct)).Outcome : SaveOutcome.NotFound;

    public override async Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) =>
        await NowAsync<NextStepRow>(gate, country, NextStepRow.One, id, ct) switch
        {
            null => SaveOutcome.NotFound,
            { RetiredAt: null } => SaveOutcome.Saved,
            var now => (await retire.RestoreAsync(country, now.InitiativeId, now, ct)).Outcome,
        };
}
