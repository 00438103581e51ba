using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Takes an item off its list, or brings it back. It stays in history.</summary>
public sealed class RetireItem(Gate gate, TimeProvider clock)
{
    public Task<Saved<ItemRow>> RunAsync(CountryCode country, Guid initiative, ItemRow item, CancellationToken ct = default) =>
        SaveAsync(country, initiative, RetireDraft.Of(item, clock), ct);

    public Task<Saved<ItemRow>> RestoreAsync(CountryCode country, Guid initiative, ItemRow item, CancellationToken ct = default) =>
        SaveAsync(country, initiative, RetireDraft.Undo(item), ct);

    private async Task<Saved<ItemRow>> SaveAsync(CountryCode country, Guid initiative, RetireDraft draft, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, initiative, ct);
        var now = await db.OneAsync<ItemRow>(ItemRow.One, draft, ct);
        if (now?.InitiativeId != initiative) return Saved.NotFound;
        var action = draft.RetiredAt is null ? ChangeAction.Restored : ChangeAction.Retired;
        return await db.SaveAsync<ItemRow>(ItemRow.One, Update, draft, InitiativesRoom.Item, i => i.Label, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update InitiativeItem
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
