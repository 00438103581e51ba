using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

public sealed class AddNextStep(Gate gate)
{
    public async Task<Saved<NextStepRow>> RunAsync(CountryCode country, NextStepDraft draft, CancellationToken ct = default)
    {
        if (NextStepRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        var taken = await db.ListAsync<string>(Codes, draft, ct);
        if (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = draft.InitiativeId }, ct) is not { } initiative) return Saved.NotFound;
        var code = CodeRules.Next(initiative.Code, 'N', taken);
        return await db.AddAsync<NextStepRow>(NextStepRow.One, Insert, draft.As(code), NextStepsRoom.NextStep, s => s.Code, ct);
    }

    public static readonly CountrySql Codes = CountrySql.Of("select Code from NextStep where Country = @Country and InitiativeId = @InitiativeId");

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into NextStep (Country, Id, InitiativeId, Code, Text, Responsible, ResponsiblePerson, InstitutionId, DueOn, DueMark, Status, Position, Mark,
               Version, ChangedAt, ChangedBy)
        select @Country, @Id, i.Id, @NewCode, @Text, @Responsible, @ResponsiblePerson,
               (select n.Id from Institution n where n.Country = @Country and n.Name = @Responsible),
               @DueOn, case when @DueOn is null then null else 'Reported' end, @Status,
               (select coalesce(max(p.Position), 0) + 1 from NextStep p where p.Country = @Country and p.InitiativeId = @InitiativeId),
               'Reported', 1, @Now, @Person
          from Initiative i
         where i.Country = @Country and i.Id = @InitiativeId and i.ArchivedAt is null
        """);
}
