using Monitoring.Data;
using Monitoring.Web.NextSteps;

namespace Monitoring.Web.Initiatives;

/// <summary>A new initiative, empty or with the structure of another one of the country.</summary>
public sealed class AddInitiative(Gate gate)
{
    public async Task<Saved<InitiativeRow>> RunAsync(CountryCode country, InitiativeDraft draft, CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        var wasDone = await db.WasDoneAsync(draft.Operation, ct);
        if (!wasDone)
        {
            try
            {
                if (await db.StageAsync(Insert, draft, ct) != 1) return Saved.Refused(new Problem(nameof(draft.AxisCode), "Required"));
            }
            catch (KeyTakenException)
            {
                return Saved.Refused(new Problem(nameof(draft.Code), "CodeTaken", draft.Code));
            }
            if (draft.CopiedFrom is { } code)
            {
                if (await db.OneAsync<InitiativeRow>(InitiativeRow.ByCode, new { Code = code }, ct) is not { } template)
                    return Saved.Refused(new Problem(nameof(draft.CopiedFrom), "NoSuchTemplate", code));
                await CopyAsync(db, template.Id, draft, ct);
            }
        }
        if (await db.OneAsync<InitiativeRow>(InitiativeRow.One, draft, ct) is not { } row) return Saved.NotFound;
        try
        {
            if (!wasDone)
                await db.CommitAsync(new Change(ChangeAction.Added, InitiativesRoom.Initiative, draft.Id, draft.Code, Change.Between(null, draft)), draft.Operation, ct);
            return Saved.Done(row);
        }
        catch (LockedException locked)
        {
            return Saved.Refused(locked.Problem);
        }
    }

    // What another initiative is made of, not what it has done: no results, figures, amounts or evidence, no dates and no status.
    private static async Task CopyAsync(CountryEdit db, Guid from, InitiativeDraft draft, CancellationToken ct)
    {
        var to = draft.Id;
        await db.StageAsync(CopyTopics, new { From = from, To = to }, ct);
        foreach (var id in await db.ListAsync<Guid>(PartiesOf, new { From = from }, ct))
            await db.StageAsync(CopyParty, new { Part = id, NewId = Guid.CreateVersion7(), To = to }, ct);
        foreach (var id in await db.ListAsync<Guid>(ItemsOf, new { From = from }, ct))
            await db.StageAsync(CopyItem, new { Item = id, NewId = Guid.CreateVersion7(), To = to }, ct);
        await CopyNextSteps.StageAsync(db, from, to, draft.Code, ct);
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, Position, Mark,
               Version, ChangedAt, ChangedBy)
        select @Country, @Id, @Code, @Title, @Summary, @ContentLanguage, a.Code, @Stage, 'NotAssessed', @SearchText,
               (select coalesce(max(p.Position), 0) + 1 from Initiative p where p.Country = @Country), 'Reported', 1, @Now, @Person
          from ThematicAxis a
         where a.Code = @AxisCode
        """);

    public static readonly CountrySql CopyTopics = CountrySql.Of("""
        insert into InitiativeTopic (Country, InitiativeId, TopicCode, Mark)
        select @Country, @To, t.TopicCode, 'Reported' from InitiativeTopic t where t.Country = @Country and t.InitiativeId = @From
        """);

    public static readonly CountrySql PartiesOf = CountrySql.Of(
        "select Id from InitiativeInstitution where Country = @Country and InitiativeId = @From and RetiredAt is null order by Part, Position");

    public static readonly CountrySql CopyParty = CountrySql.Of("""
        insert into InitiativeInstitution (Country, Id, InitiativeId, Part, Position, PrintedName, InstitutionId, Role, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @NewId, @To, p.Part, p.Position, p.PrintedName, p.InstitutionId, p.Role, 'Reported', 1, @Now, @Person
          from InitiativeInstitution p
         where p.Country = @Country and p.Id = @Part
        """);

    public static readonly CountrySql ItemsOf = CountrySql.Of("""
        select Id
          from InitiativeItem
         where Country = @Country and InitiativeId = @From and RetiredAt is null
           and Section in ('TargetCause', 'TargetGroup', 'TargetCriterion', 'Objective', 'Phase', 'Component', 'JourneyStep', 'EnablingElement')
         order by Section, Position
        """);

    public static readonly CountrySql CopyItem = CountrySql.Of("""
        insert into InitiativeItem (Country, Id, InitiativeId, Section, Position, Text, Responsible, ItemYear, Detail, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @NewId, @To, t.Section, t.Position, t.Text, t.Responsible, t.ItemYear, t.Detail, 'Reported', 1, @Now, @Person
          from InitiativeItem t
         where t.Country = @Country and t.Id = @Item
        """);
}
