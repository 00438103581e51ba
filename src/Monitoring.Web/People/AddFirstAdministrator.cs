using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>The Administrator gives a country its first administrator, and none after: the others are the country's own matter.</summary>
public sealed class AddFirstAdministrator(Gate gate, TimeProvider clock)
{
    public async Task<Invited> RunAsync(CountryCode country, string? email, string? name, CancellationToken ct = default)
    {
        if (Invite.Check(email, name) is { } problem) return Invited.Refused(problem);
        await using var db = await gate.EditPeopleAsync(May.ManageCountries, country, ct);
        await db.WriteAsync(Grants.TakeTurn, new { CountryCode = country }, ct);
        if (await db.OneAsync<int>(Grants.Holders, new { Role = Role.CountryAdministrator, CountryCode = country }, ct) > 0)
            return Invited.Refused(new Problem("Country", "Grant.NotFirst"));
        var invited = await Invite.GiveRoleAsync(db, email!, name!, Role.CountryAdministrator, country, clock.GetUtcNow().UtcDateTime, ct);
        if (invited.Problem is null) await db.CommitAsync(ct);
        return invited;
    }
}
