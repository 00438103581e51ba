using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>Coverage, dates and length, target population.</summary>
public sealed class SaveScope(Gate gate)
{
    public async Task<Saved<InitiativeRow>> RunAsync(CountryCode country, ScopeDraft draft, ChangeAction action = ChangeAction.Edited,
        CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.Id, ct);
        return await db.SaveAsync<InitiativeRow>(InitiativeRow.One, Update, draft, InitiativesRoom.Initiative, i => i.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Initiative
           set Coverage = @Coverage, StartsOn = @StartsOn, EndsOn = @EndsOn, Length = @Length, TargetPopulation = @TargetPopulation,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and ArchivedAt is null
        """);
}
