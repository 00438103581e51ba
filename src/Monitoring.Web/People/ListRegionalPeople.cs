using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Who holds a role that belongs to no country.</summary>
public sealed class ListRegionalPeople(Gate gate)
{
    public static readonly PlatformSql Holders = PlatformSql.Of("""
        select g.Id as GrantId, p.Id as PersonId, p.DisplayName, p.Email, g.Role, g.GrantedAt, g.GrantedBy,
               case when p.PasswordHash is null then 1 else 0 end as IsInvited, case when p.Id = @PersonId then 1 else 0 end as IsSelf,
               (select max(l.ExpiresAt) from SingleUseLink l where l.PersonId = p.Id and l.UsedAt is null) as LinkExpiresAt
          from PersonGrant g
          join Person p on p.Id = g.PersonId
         where g.EndedAt is null and p.Disabled = 0 and g.CountryCode is null
         order by p.DisplayName, g.Role
        """);

    public async Task<IReadOnlyList<GrantHolder>> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.ReadPeopleAsync(May.ManageCountries, ct: ct);
        return await db.ListAsync<GrantHolder>(Holders, null, ct);
    }
}
