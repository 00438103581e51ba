using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.NextSteps;

/// <summary>The steps due in a month, in order, the initiatives among theirs that the person may edit, and how many open ones have no date.</summary>
public sealed record StepCalendar(DateOnly Month, IReadOnlyList<NextStepRow> Steps, IReadOnlySet<Guid> Editable, int Undated)
{
    public required IReadOnlyList<string> Institutions { get; init; }
    public required IReadOnlyList<string> People { get; init; }
}

public sealed class ReadStepCalendar(Gate gate)
{
    public async Task<StepCalendar> RunAsync(CountryCode country, DateOnly month, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        // Whole weeks are shown: the days around the month are on them too.
        var steps = await db.ListAsync<NextStepRow>(Between, new { From = month.AddDays(-6), Until = month.AddMonths(1).AddDays(5) }, ct);
        return new StepCalendar(month, await db.WithPostponementsAsync(steps, ct), await gate.EditableAsync(country, steps.Select(s => s.InitiativeId), ct),
            await db.OneAsync<int>(Undated, null, ct))
        {
            Institutions = await db.ListAsync<string>(ReadFactSheet.InstitutionNames, null, ct),
            People = await StepChoices.PeopleAsync(gate, db, ct),
        };
    }

    public static readonly CountrySql Between = CountrySql.Of("""
        select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.ResponsiblePerson, s.DueOn, s.DueMark, s.Status,
               s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null and s.Status <> 'Dropped'
           and s.DueOn >= @From and s.DueOn <= @Until
         order by s.DueOn, s.Code
        """);

    public static readonly CountrySql Undated = CountrySql.Of("""
        select count(*)
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null and s.Status in ('Planned', 'UnderWay') and s.DueOn is null
        """);
}
