using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>How far an initiative is and how its way ahead looks.</summary>
public sealed class SaveStatus(Gate gate)
{
    public async Task<Saved<InitiativeRow>> RunAsync(CountryCode country, StatusDraft draft, ChangeAction action = ChangeAction.Edited,
        CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.Id, ct);
        return await db.SaveAsync<InitiativeRow>(InitiativeRow.One, Update, draft, InitiativesRoom.Initiative, i => i.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Initiative
           set Stage = @Stage, StageNote = @StageNote, Outlook = @Outlook, ProgressPercent = @ProgressPercent,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and ArchivedAt is null
        """);
}
