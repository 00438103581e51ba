using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Initiatives;

public sealed class RestoreItem(Gate gate, SaveItem save, RetireItem retire) : Restorer
{
    public override string Subject => InitiativesRoom.Item;

    public override bool IsWhole => false;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct) =>
        await NowAsync<ItemRow>(gate, country, ItemRow.One, id, ct) is { } now
            ? (await save.RunAsync(country, Onto(ItemDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome : SaveOutcome.NotFound;

    public override async Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) =>
        await NowAsync<ItemRow>(gate, country, ItemRow.One, id, ct) switch
        {
            null => SaveOutcome.NotFound,
            { RetiredAt: null } => SaveOutcome.Saved,
            var now => (await retire.RestoreAsync(country, now.InitiativeId, now, ct)).Outcome,
        };
}
