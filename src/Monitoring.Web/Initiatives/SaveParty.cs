using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>An institution's part in the initiative: a new one, or another name, role or part.</summary>
public sealed class SaveParty(Gate gate)
{
    public async Task<Saved<PartyRow>> RunAsync(CountryCode country, PartyDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        var bodies = await db.ListAsync<Guid>(PartyRow.InstitutionOf, draft, ct);
        // Two bodies of one spelling are nobody's to choose between.
        var known = draft with { InstitutionId = bodies.Count == 1 ? bodies[0] : null };
        if (draft.Version == 0) return await db.AddAsync<PartyRow>(PartyRow.One, Insert, known, InitiativesRoom.Party, p => p.Label, ct);
        // The right was asked for the initiative that the draft names: the row has to be of that one.
        var now = await db.OneAsync<PartyRow>(PartyRow.One, draft, ct);
        if (now?.InitiativeId != draft.InitiativeId || now.RetiredAt is not null) return Saved.NotFound;
        return await db.SaveAsync<PartyRow>(PartyRow.One, Update, known, InitiativesRoom.Party, p => p.Label, action, ct: ct);
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into InitiativeInstitution (Country, Id, InitiativeId, Part, Position, PrintedName, InstitutionId, Role, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @Id, i.Id, @Part,
               (select coalesce(max(p.Position), 0) + 1 from InitiativeInstitution p
                 where p.Country = @Country and p.InitiativeId = @InitiativeId and p.Part = @Part),
               @PrintedName, @InstitutionId, @Role, 'Reported', 1, @Now, @Person
          from Initiative i
         where i.Country = @Country and i.Id = @InitiativeId and i.ArchivedAt is null
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update InitiativeInstitution
           set Part = @Part, PrintedName = @PrintedName, InstitutionId = @InstitutionId, Role = @Role,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and InitiativeId = @InitiativeId
        """);
}
