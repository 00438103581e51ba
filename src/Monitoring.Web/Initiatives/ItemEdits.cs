using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>What can be done to an item of a list section.</summary>
public sealed class ItemEdits(AddItem add, SaveItem save, MoveItem move, RetireItem retire)
{
    public Task<Saved<ItemRow>> SaveAsync(CountryCode country, ItemDraft draft, ChangeAction action = ChangeAction.Edited) =>
        draft.Version == 0 ? add.RunAsync(country, draft) : save.RunAsync(country, draft, action);

    public Task<Saved<ItemRow>> MoveAsync(CountryCode country, ItemRow item, bool up) => move.RunAsync(country, item.InitiativeId, item, up);

    public Task<Saved<ItemRow>> RetireAsync(CountryCode country, ItemRow item) => retire.RunAsync(country, item.InitiativeId, item);

    public Task<Saved<ItemRow>> RestoreAsync(CountryCode country, ItemRow item) => retire.RestoreAsync(country, item.InitiativeId, item);
}
