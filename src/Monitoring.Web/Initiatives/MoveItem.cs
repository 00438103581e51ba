using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Puts an item one place up or down in its section.</summary>
public sealed class MoveItem(Gate gate)
{
    public async Task<Saved<ItemRow>> RunAsync(CountryCode country, Guid initiative, ItemRow item, bool up, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, initiative, ct);
        return await Order.MoveAsync(db, await db.ListAsync<ItemRow>(Neighbours, new { InitiativeId = initiative, item.Section }, ct), item, up, ct);
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

    private static readonly RowOrder<ItemRow> Order = new(ItemRow.One, Place, InitiativesRoom.Item, i => i.Label, i => i.Position);
}
