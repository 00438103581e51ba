using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

public sealed class SaveResult(Gate gate, TimeProvider clock)
{
    public async Task<Saved<ResultRow>> RunAsync(CountryCode country, ResultDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (InitiativeRules.Problem(draft, clock.Today()) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        var now = await db.OneAsync<ResultRow>(ResultRow.One, draft, ct);
        if (now?.InitiativeId != draft.InitiativeId || now.RetiredAt is not null) return Saved.NotFound;
        if (draft.DuplicateOf != now.DuplicateOf && await SameFact.ProblemAsync(db, draft, ct) is { } same) return Saved.Refused(same);
        return await db.SaveAsync<ResultRow>(ResultRow.One, Update, draft, InitiativesRoom.Result, r => r.Code, action, ct: ct);
    }

    // How the source tied the result to an institution holds only as long as that institution stands.
    public static readonly CountrySql Update = CountrySql.Of("""
        update Result
           set Attribution = case when coalesce(ReportedBy, '') = coalesce(@ReportedBy, '') then Attribution
                                  when @ReportedBy is null then 'None' else 'Reported' end,
               InstitutionId = case when coalesce(ReportedBy, '') = coalesce(@ReportedBy, '') then InstitutionId
                                    else (select n.Id from Institution n where n.Country = @Country and n.Name = @ReportedBy) end,
               DuplicateOfResultId = (select d.Id from Result d where d.Country = @Country and d.Code = @DuplicateOf),
               DuplicateOfNextStepId = (select s.Id from NextStep s where s.Country = @Country and s.Code = @DuplicateOf),
               Text = @Text, ReportedOn = @ReportedOn, ReportedBy = @ReportedBy, Theme = @Theme,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and InitiativeId = @InitiativeId
        """);
}
