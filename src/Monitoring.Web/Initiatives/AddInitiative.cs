using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

public sealed class AddInitiative(Gate gate)
{
    public async Task<Saved<InitiativeRow>> RunAsync(CountryCode country, InitiativeDraft draft, CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        var added = await db.AddAsync<InitiativeRow>(InitiativeRow.One, Insert, draft, InitiativesRoom.Initiative, i => i.Code, ct);
        return added.Outcome switch
        {
            SaveOutcome.Refused when added.Problem?.TextKey is "KeyTaken" => Saved.Refused(new Problem(nameof(draft.Code), "CodeTaken", draft.Code)),
            SaveOutcome.NotFound => Saved.Refused(new Problem(nameof(draft.AxisCode), "Required")),
            _ => added,
        };
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Initiative (Country, Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, Outlook, SearchText, Position, Mark,
               Version, ChangedAt, ChangedBy)
        select @Country, @Id, @Code, @Title, @Summary, @ContentLanguage, a.Code, @Stage, 'NotAssessed', @SearchText,
               (select coalesce(max(p.Position), 0) + 1 from Initiative p where p.Country = @Country), 'Reported', 1, @Now, @Person
          from ThematicAxis a
         where a.Code = @AxisCode
        """);
}
