using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Initiatives;

/// <summary>A field of an initiative comes back through the form that keeps it.</summary>
public sealed class RestoreInitiative(Gate gate, SaveStatus status, SaveHead head, SaveScope scope, ArchiveInitiative archive) : Restorer
{
    public override string Subject => InitiativesRoom.Initiative;

    public override bool IsWhole => false;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        if (await NowAsync<InitiativeRow>(gate, country, InitiativeRow.One, id, ct) is not { } now) return SaveOutcome.NotFound;
        if (Keeps<StatusDraft>(earlier)) return (await status.RunAsync(country, Onto(StatusDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
        if (Keeps<HeadDraft>(earlier)) return (await head.RunAsync(country, Onto(HeadDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
        return Keeps<ScopeDraft>(earlier) ? (await scope.RunAsync(country, Onto(ScopeDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome : SaveOutcome.NotFound;
    }

    public override async Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) =>
        await NowAsync<ArchivedRow>(gate, country, ArchiveInitiative.One, id, ct) switch
        {
            null => SaveOutcome.NotFound,
            { ArchivedAt: null } => SaveOutcome.Saved,
            var now => (await archive.RestoreAsync(country, now, ct)).Outcome,
        };

    private static bool Keeps<TDraft>(IReadOnlyDictionary<string, string?> fields) => fields.Keys.All(f => typeof(TDraft).GetProperty(f) is { CanWrite: true });
}
