using Monitoring.Data;

namespace Monitoring.Web.NextSteps;

/// <summary>Text, status, due date, and the institution and person responsible; a postponed due date wants its reason.</summary>
public sealed class SaveNextStep(Gate gate)
{
    public async Task<Saved<NextStepRow>> RunAsync(CountryCode country, NextStepDraft draft, string? reason = null,
        ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (NextStepRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId, ct);
        // The right was asked for the initiative that the draft names: the row has to be of that one.
        var now = await db.OneAsync<NextStepRow>(NextStepRow.One, draft, ct);
        if (now?.InitiativeId != draft.InitiativeId || now.RetiredAt is not null) return Saved.NotFound;
        // A conflict first: whether a date is later is judged against the date that the person saw. Bringing an earlier one back explains itself.
        if (now.Version == draft.Version && action is ChangeAction.Edited && NextStepRules.ReasonProblem(now, draft, reason) is { } missing)
            return Saved.Refused(missing);
        return await db.SaveAsync<NextStepRow>(NextStepRow.One, Update, draft, NextStepsRoom.NextStep, s => s.Code, action, reason, ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update NextStep
           set DueMark = case when @DueOn is null then null
                              when DueOn = @DueOn then DueMark else 'Reported' end,
               InstitutionId = case when coalesce(Responsible, '') = coalesce(@Responsible, '') then InstitutionId
                                    else (select n.Id from Institution n where n.Country = @Country and n.Name = @Responsible) end,
               Text = @Text, Status = @Status, DueOn = @DueOn, Responsible = @Responsible,
               ResponsiblePerson = @ResponsiblePerson, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and InitiativeId = @InitiativeId
        """);
}
