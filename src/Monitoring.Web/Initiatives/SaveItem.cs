using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>The text of an item of a list section.</summary>
public sealed class SaveItem(Gate gate)
{
    public async Task<Saved<ItemRow>> RunAsync(CountryCode country, ItemDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        // The right was asked for the initiative that the draft names: the row has to be of that one.
        var now = await db.OneAsync<ItemRow>(ItemRow.One, draft, ct);
        if (now?.InitiativeId != draft.InitiativeId || now.Section != draft.Section || now.RetiredAt is not null) return Saved.NotFound;
        return await db.SaveAsync<ItemRow>(ItemRow.One, Update, draft, InitiativesRoom.Item, i => i.Label, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update InitiativeItem
           set Text = @Text, Responsible = @Responsible, ItemYear = @ItemYear, Detail = @Detail,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and InitiativeId = @InitiativeId
        """);
}
