using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>
/// A new link for somebody whose invitation has run out or whose password is forgotten. Whoever holds it becomes that person, so it is
/// made only by somebody who could give every role that the person holds.
/// </summary>
public sealed class RenewLink(Gate gate, TimeProvider clock)
{
    public static readonly TimeSpan NewPasswordLasts = TimeSpan.FromDays(1);

    public static readonly PlatformSql One = PlatformSql.Of("""
        select p.Id, p.DisplayName, case when p.PasswordHash is null then 0 else 1 end as HasPassword
          from Person p
         where p.Id = @Whose and p.Disabled = 0
           and exists (select 1 from PersonGrant g
                        where g.PersonId = p.Id and g.EndedAt is null
                          and (g.CountryCode = @CountryCode
                               or (@CountryCode is null and (g.CountryCode is null or g.Role = 'CountryAdministrator'))))
        """);

    public static readonly PlatformSql Elsewhere = PlatformSql.Of("""
        select count(*)
          from PersonGrant g
         where g.PersonId = @Whose and g.EndedAt is null
           and not (coalesce(g.CountryCode, '') = coalesce(@CountryCode, '')
                    or (@CountryCode is null and g.Role = 'CountryAdministrator'))
        """);

    /// <param name="country">Of its administrator; null for the Administrator, over regional people and countries' administrators.</param>
    /// <param name="person">Nobody's, foreign and absent ones get the same answer.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<Invited> RunAsync(CountryCode? country, Guid person, CancellationToken ct = default)
    {
        await using var db = await gate.EditPeopleAsync(country is null ? May.ManageCountries : May.ManageCountry, country, ct);
        var key = new { Whose = person, CountryCode = country };
        if (await db.OneAsync<PersonRow>(One, key, ct) is not { } row) return Invited.Refused(new Problem("Person", "Grant.Gone"));
        if (person == db.PersonId) return Invited.Refused(new Problem("Person", "Link.Self"));
        if (await db.OneAsync<int>(Elsewhere, key, ct) > 0) return Invited.Refused(new Problem("Person", "Link.Elsewhere"));

        var (purpose, lasts) = row.HasPassword ? (LinkPurpose.NewPassword, NewPasswordLasts) : (LinkPurpose.Invitation, Invite.Lasts);
        var expires = clock.GetUtcNow().UtcDateTime + lasts;
        await db.WriteAsync(AcceptInvitation.UseOthers, new { Whose = person }, ct);
        var token = await Invite.MakeLinkAsync(db, person, purpose, expires, ct);
        var countries = await db.ListAsync<CountryCode>(AcceptInvitation.CountriesOf, new { Whose = person }, ct);
        foreach (var concerned in countries.Count == 0 ? [null] : countries.Select(c => (CountryCode?)c))
            await db.WriteEventAsync(Doer.Of(db), PlatformAction.LinkMade, concerned, person, row.DisplayName, null, ct);
        await db.CommitAsync(ct);
        return new Invited { PersonName = row.DisplayName, Token = token, ExpiresAt = expires };
    }

    private sealed record PersonRow
    {
        public Guid Id { get; init; }
        public string DisplayName { get; init; } = "";
        public bool HasPassword { get; init; }
    }
}
