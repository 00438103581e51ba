using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Takes an institution off the initiative, or brings it back. It stays in history.</summary>
public sealed class RetireParty(Gate gate, TimeProvider clock)
{
    public Task<Saved<PartyRow>> RunAsync(CountryCode country, PartyRow party, CancellationToken ct = default) =>
        SaveAsync(country, party.InitiativeId, RetireDraft.Of(party, clock), ct);

    public Task<Saved<PartyRow>> RestoreAsync(CountryCode country, PartyRow party, CancellationToken ct = default) =>
        SaveAsync(country, party.InitiativeId, RetireDraft.Undo(party), ct);

    private async Task<Saved<PartyRow>> SaveAsync(CountryCode country, Guid initiative, RetireDraft draft, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, initiative, ct);
        var now = await db.OneAsync<PartyRow>(PartyRow.One, draft, ct);
        if (now?.InitiativeId != initiative) return Saved.NotFound;
        var action = draft.RetiredAt is null ? ChangeAction.Restored : ChangeAction.Retired;
        return await db.SaveAsync<PartyRow>(PartyRow.One, Update, draft, InitiativesRoom.Party, p => p.Label, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update InitiativeInstitution
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
