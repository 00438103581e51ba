using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Puts an institution one place up or down among those with the same part in the initiative.</summary>
public sealed class MoveParty(Gate gate)
{
    public async Task<Saved<PartyRow>> RunAsync(CountryCode country, PartyRow row, bool up, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, row.InitiativeId, ct);
        return await Order.MoveAsync(db, await db.ListAsync<PartyRow>(ReadFactSheet.Parties, new { row.InitiativeId }, ct), row, up, ct);
    }

    public static readonly CountrySql Place = CountrySql.Of("""
        update InitiativeInstitution
           set Position = @Position, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);

    private static readonly RowOrder<PartyRow> Order = new(PartyRow.One, Place, InitiativesRoom.Party, r => r.Label, r => r.Position, r => r.Part);
}
