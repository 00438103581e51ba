using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>The invented people of the demo, for its page and console; nobody where there is no demo. They sign in as everybody does.</summary>
public sealed class ListDemoSignIns(Gate gate, Installation.Installation installation)
{
    public static readonly PlatformSql All = PlatformSql.Of("""
        select p.Email, p.DisplayName, g.Role, c.NameEn as CountryEn, c.NameEs as CountryEs
          from Person p
          join PersonGrant g on g.PersonId = p.Id
          left join Country c on c.Code = g.CountryCode
         where p.Illustrative = 1 and p.Disabled = 0 and p.PasswordHash is not null and g.EndedAt is null
         order by p.EmailKey
        """);

    public async Task<IReadOnlyList<DemoSignIn>> RunAsync(CancellationToken ct = default)
    {
        if (!installation.Demo) return [];
        await using var db = await gate.ReadSignInAsync(ct);
        return await db.ListAsync<DemoSignIn>(All, null, ct);
    }
}

public sealed record DemoSignIn
{
    /// <summary>Of all of them, and no secret: an installation that could be real refuses the demo.</summary>
    public const string Password = "Demo-2021-MIRPS";

    public string Email { get; init; } = "";
    public string DisplayName { get; init; } = "";
    public Role Role { get; init; }
    public string? CountryEn { get; init; }
    public string? CountryEs { get; init; }
}
