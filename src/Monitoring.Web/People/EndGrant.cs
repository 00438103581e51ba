using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Takes a role back. The last administrator of a country, or of the installation, stays: nobody could give the role again.</summary>
public sealed class EndGrant(Gate gate)
{
    public static readonly PlatformSql One = PlatformSql.Of("""
        select g.Role, g.PersonId, p.DisplayName
          from PersonGrant g
          join Person p on p.Id = g.PersonId
         where g.Id = @Id and g.EndedAt is null and (g.CountryCode = @CountryCode or (g.CountryCode is null and @CountryCode is null))
        """);

    public static readonly PlatformSql End = PlatformSql.Of("""
        update PersonGrant set EndedAt = @Now, EndedBy = @Person where Id = @Id and EndedAt is null
        """);

    /// <param name="country">Of its administrator; null for the Administrator, over roles that belong to no country.</param>
    /// <param name="grant">Absent, ended and foreign ones get the same answer.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<Problem?> RunAsync(CountryCode? country, Guid grant, CancellationToken ct = default)
    {
        await using var db = await gate.EditPeopleAsync(country is null ? May.ManageCountries : May.ManageCountry, country, ct);
        var key = new { Id = grant, CountryCode = country };
        if (await db.OneAsync<GrantRow>(One, key, ct) is not { } row) return new Problem("Grant", "Grant.Gone");
        if (row.Role is Role.CountryAdministrator or Role.Administrator)
        {
            var peers = new { row.Role, CountryCode = country };
            await db.WriteAsync(Grants.TakeTurnAmong, peers, ct);
            if (await db.OneAsync<int>(Grants.Holders, peers, ct) < 2) return new Problem("Grant", "Grant.Last");
        }
        if (await db.WriteAsync(End, new { Id = grant }, ct) != 1) return new Problem("Grant", "Grant.Gone");
        await db.WriteEventAsync(Doer.Of(db), PlatformAction.GrantEnded, country, row.PersonId, row.DisplayName, row.Role, ct);
        await db.CommitAsync(ct);
        return null;
    }

    private sealed record GrantRow
    {
        public Role Role { get; init; }
        public Guid PersonId { get; init; }
        public string DisplayName { get; init; } = "";
    }
}
