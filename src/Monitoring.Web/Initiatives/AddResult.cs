using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

public sealed class AddResult(Gate gate, TimeProvider clock)
{
    public async Task<Saved<ResultRow>> RunAsync(CountryCode country, ResultDraft draft, CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft, clock.Today()) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        var taken = await db.ListAsync<string>(Codes, draft, ct);
        if (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = draft.InitiativeId }, ct) is not { } initiative) return Saved.NotFound;
        if (draft.DuplicateOf is not null && await SameFact.ProblemAsync(db, draft, ct) is { } same) return Saved.Refused(same);
        var code = CodeRules.Next(initiative.Code, 'R', taken);
        return await db.AddAsync<ResultRow>(ResultRow.One, Insert, draft.As(code), InitiativesRoom.Result, r => r.Code, ct);
    }

    public static readonly CountrySql Codes = CountrySql.Of("select Code from Result where Country = @Country and InitiativeId = @InitiativeId");

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Result (Country, Id, InitiativeId, Code, Text, ReportedOn, ReportedBy, Attribution, InstitutionId, Theme, DuplicateOfResultId,
               DuplicateOfNextStepId, Position, Mark,
               Version, ChangedAt, ChangedBy)
        select @Country, @Id, i.Id, @NewCode, @Text, @ReportedOn, @ReportedBy, case when @ReportedBy is null then 'None' else 'Reported' end,
               (select n.Id from Institution n where n.Country = @Country and n.Name = @ReportedBy), @Theme,
               (select d.Id from Result d where d.Country = @Country and d.Code = @DuplicateOf),
               (select s.Id from NextStep s where s.Country = @Country and s.Code = @DuplicateOf),
               (select coalesce(max(p.Position), 0) + 1 from Result p where p.Country = @Country and p.InitiativeId = @InitiativeId),
               'Reported', 1, @Now, @Person
          from Initiative i
         where i.Country = @Country and i.Id = @InitiativeId and i.ArchivedAt is null
        """);
}
