using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>One more text at the end of a list section.</summary>
public sealed class AddItem(Gate gate)
{
    public async Task<Saved<ItemRow>> RunAsync(CountryCode country, ItemDraft draft, CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        return await db.AddAsync<ItemRow>(ItemRow.One, Insert, draft, InitiativesRoom.Item, i => i.Label, ct);
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into InitiativeItem (Country, Id, InitiativeId, Section, Position, Text, Responsible, ItemYear, Detail, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @Id, i.Id, @Section,
               (select coalesce(max(p.Position), 0) + 1 from InitiativeItem p
                 where p.Country = @Country and p.InitiativeId = @InitiativeId and p.Section = @Section),
               @Text, @Responsible, @ItemYear, @Detail, 'Reported', 1, @Now, @Person
          from Initiative i
         where i.Country = @Country and i.Id = @InitiativeId and i.ArchivedAt is null
        """);
}
