using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>A country's administrator gives a role in that country; a contributor's with the initiatives that they may edit.</summary>
public sealed class AddCountryPerson(Gate gate, TimeProvider clock)
{
    public static readonly PlatformSql Assign = PlatformSql.Of(
        "insert into GrantInitiative (GrantId, InitiativeId) values (@GrantId, @InitiativeId)");

    public static readonly CountrySql Initiatives = CountrySql.Of(
        "select Id, Code, Title from Initiative where Country = @Country order by Code");

    public async Task<Invited> RunAsync(CountryCode country, string? email, string? name, Role role, IReadOnlyCollection<Guid> initiatives,
        CancellationToken ct = default)
    {
        if (Invite.Check(email, name) is { } problem) return Invited.Refused(problem);
        if (!Rights.IsNational(role)) return Invited.Refused(new Problem("Role", "Grant.WrongRole"));
        if (role is not Role.Contributor) initiatives = [];
        else if (initiatives.Count == 0) return Invited.Refused(new Problem("Initiatives", "Grant.NoInitiative"));
        if (!await AreOfAsync(country, initiatives, ct)) return Invited.Refused(new Problem("Initiatives", "Grant.NoInitiative"));

        await using var db = await gate.EditPeopleAsync(May.ManageCountry, country, ct);
        var invited = await Invite.GiveRoleAsync(db, email!, name!, role, country, clock.GetUtcNow().UtcDateTime, ct);
        if (invited.Problem is not null) return invited;
        foreach (var initiative in initiatives.Distinct())
            await db.WriteAsync(Assign, new { GrantId = invited.Grant, InitiativeId = initiative }, ct);
        await db.CommitAsync(ct);
        return invited;
    }

    // The platform door does not see initiatives; the country's own door says which are here.
    private async Task<bool> AreOfAsync(CountryCode country, IReadOnlyCollection<Guid> wanted, CancellationToken ct)
    {
        if (wanted.Count == 0) return true;
        await using var db = await gate.ReadAsync(country, May.ManageCountry, ct);
        var here = await db.ListAsync<InitiativeChoice>(Initiatives, null, ct);
        return wanted.All(id => here.Any(i => i.Id == id));
    }
}

public sealed record InitiativeChoice
{
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
}
