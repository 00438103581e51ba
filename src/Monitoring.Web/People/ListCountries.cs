using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>What the Administrator sees of countries: names, codes, roles, whether suspended and sharing, who administers them. No data of theirs.</summary>
public sealed class ListCountries(Gate gate, TimeProvider clock)
{
    public static readonly PlatformSql All = PlatformSql.Of("""
        select Code, NameEn, NameEs, Suspended, SharesDrafts from Country order by Code
        """);

    public static readonly PlatformSql Administrators = PlatformSql.Of("""
        select g.Id as GrantId, p.Id as PersonId, p.DisplayName, p.Email, g.Role, g.CountryCode as Country, g.GrantedAt, g.GrantedBy,
               case when p.PasswordHash is null then 1 else 0 end as IsInvited
          from PersonGrant g
          join Person p on p.Id = g.PersonId
         where g.EndedAt is null and p.Disabled = 0 and g.Role = 'CountryAdministrator'
         order by p.DisplayName
        """);

    public static readonly PlatformSql Roles = PlatformSql.Of("""
        select CountryCode, Role from CountryRole where RoleYear = @Year order by CountryCode, Role
        """);

    /// <summary>Roles are those of the newest year up to this one that any country has one in.</summary>
    public static readonly PlatformSql YearOfRoles = PlatformSql.Of("select max(RoleYear) from CountryRole where RoleYear <= @Year");

    public async Task<IReadOnlyList<AdminCountry>> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.ReadPeopleAsync(May.ManageCountries, ct: ct);
        var year = await db.OneAsync<int?>(YearOfRoles, new { clock.GetUtcNow().Year }, ct);
        var roles = (await db.ListAsync<RoleRow>(Roles, new { Year = year ?? 0 }, ct)).ToLookup(r => r.CountryCode, r => r.Role);
        var administrators = (await db.ListAsync<GrantHolder>(Administrators, null, ct)).ToLookup(h => h.Country);
        var countries = await db.ListAsync<AdminCountry>(All, null, ct);
        return [.. countries.Select(c => c with { Roles = [.. roles[c.Code]], Administrators = [.. administrators[c.Code]] })];
    }

    private sealed record RoleRow
    {
        public CountryCode CountryCode { get; init; }
        public Countries.CountryRoleKind Role { get; init; }
    }
}

public sealed record AdminCountry
{
    public CountryCode Code { get; init; }
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public bool Suspended { get; init; }
    public bool SharesDrafts { get; init; }
    public IReadOnlyList<GrantHolder> Administrators { get; init; } = [];
    public IReadOnlyList<Countries.CountryRoleKind> Roles { get; init; } = [];

    public string Name(string language) => language == "en" ? NameEn : NameEs;
}
