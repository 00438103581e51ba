using System.Globalization;
using Monitoring.Data;

namespace Monitoring.Web.NextSteps;

/// <summary>The next steps of an initiative that another begins with: what is to be done and by whom. By when and how far is its own to say.</summary>
public static class CopyNextSteps
{
    internal static async Task StageAsync(CountryEdit db, Guid from, Guid to, string toCode, CancellationToken ct)
    {
        foreach (var (n, id) in (await db.ListAsync<Guid>(OfInitiative, new { From = from }, ct)).Index())
            await db.StageAsync(Copy, new { Step = id, NewId = Guid.CreateVersion7(), NewCode = string.Create(CultureInfo.InvariantCulture, $"{toCode}-N{n + 1}"), To = to }, ct);
    }

    public static readonly CountrySql OfInitiative = CountrySql.Of(
        "select Id from NextStep where Country = @Country and InitiativeId = @From and RetiredAt is null order by Position, Code");

    public static readonly CountrySql Copy = CountrySql.Of("""
        insert into NextStep (Country, Id, InitiativeId, Code, Text, Responsible, ResponsiblePerson, InstitutionId, Status, Position, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @NewId, @To, @NewCode, s.Text, s.Responsible, s.ResponsiblePerson, s.InstitutionId, 'Planned', s.Position, 'Reported', 1, @Now, @Person
          from NextStep s
         where s.Country = @Country and s.Id = @Step
        """);
}
