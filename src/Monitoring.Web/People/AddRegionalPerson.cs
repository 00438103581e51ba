using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>The Administrator gives a role that belongs to no country.</summary>
public sealed class AddRegionalPerson(Gate gate, TimeProvider clock)
{
    public async Task<Invited> RunAsync(string? email, string? name, Role role, CancellationToken ct = default)
    {
        if (Invite.Check(email, name) is { } problem) return Invited.Refused(problem);
        if (Rights.IsNational(role)) return Invited.Refused(new Problem("Role", "Grant.WrongRole"));
        await using var db = await gate.EditPeopleAsync(May.ManageCountries, ct: ct);
        var invited = await Invite.GiveRoleAsync(db, email!, name!, role, null, clock.GetUtcNow().UtcDateTime, ct);
        if (invited.Problem is null) await db.CommitAsync(ct);
        return invited;
    }
}
