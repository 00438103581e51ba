using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>Puts an item one place up or down in its section.</summary>
public sealed class MoveItem(Gate gate)
{
    public async Task<Saved<ItemRow>> RunAsync(CountryCode country, Guid initiative, ItemRow item, bool up, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, initiative, ct);
        var order = (await db.ListAsync<ItemRow>(Neighbours, new { InitiativeId = initiative, item.Section }, ct)).ToList();
        var from = order.FindIndex(i => i.Id == item.Id);
        if (from < 0) return Saved.NotFound;
        var to = Math.Clamp(from + (up ? -1 : 1), 0, order.Count - 1);
        if (to == from) return Saved.Done(order[from]);

        var moved = order[from];
        order.RemoveAt(from);
        order.Insert(to, moved);
        // All are numbered anew: rows loaded with equal places would not move apart otherwise.
        for (var i = 0; i < order.Count; i++)
            if (order[i].Id != item.Id && order[i].Position != i + 1)
                await db.StageAsync(Place, new { order[i].Id, order[i].Version, Position = i + 1 }, ct);
        var draft = new PlaceDraft { Id = item.Id, Version = item.Version, Position = to + 1 };
        return await db.SaveAsync<ItemRow>(ItemRow.One, Place, draft, InitiativesRoom.Item, i => i.Label, ct: ct);
    }

    /// <summary>A section, in order.</summary>
    public static readonly CountrySql Neighbours = CountrySql.Of("""
        select Id, InitiativeId, Section, Position, Text, Mark, Version, ChangedAt, ChangedBy
          from InitiativeItem
         where Country = @Country and InitiativeId = @InitiativeId and Section = @Section and RetiredAt is null
         order by Position, Id
        """);

    public static readonly CountrySql Place = CountrySql.Of("""
        update InitiativeItem
           set Position = @Position, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
