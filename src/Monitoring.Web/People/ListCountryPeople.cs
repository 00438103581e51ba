using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Who holds a role in a country. Of other roles of the same people it says nothing.</summary>
public sealed class ListCountryPeople(Gate gate)
{
    public static readonly PlatformSql Holders = PlatformSql.Of("""
        select g.Id as GrantId, p.Id as PersonId, p.DisplayName, p.Email, g.Role, g.GrantedAt, g.GrantedBy,
               case when p.PasswordHash is null then 1 else 0 end as IsInvited, case when p.Id = @PersonId then 1 else 0 end as IsSelf,
               (select max(l.ExpiresAt) from SingleUseLink l where l.PersonId = p.Id and l.UsedAt is null) as LinkExpiresAt
          from PersonGrant g
          join Person p on p.Id = g.PersonId
         where g.EndedAt is null and p.Disabled = 0 and g.CountryCode = @CountryCode
         order by p.DisplayName, g.Role
        """);

    public static readonly PlatformSql Assigned = PlatformSql.Of("""
        select i.GrantId, i.InitiativeId
          from GrantInitiative i
          join PersonGrant g on g.Id = i.GrantId
         where g.CountryCode = @CountryCode and g.EndedAt is null
        """);

    public static readonly PlatformSql One = PlatformSql.Of("select Code, NameEn, NameEs, SharesDrafts from Country where Code = @CountryCode");

    public async Task<CountryPeople> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        IReadOnlyList<InitiativeChoice> initiatives;
        await using (var own = await gate.ReadAsync(country, May.ManageCountry, ct))
            initiatives = await own.ListAsync<InitiativeChoice>(AddCountryPerson.Initiatives, null, ct);

        await using var db = await gate.ReadPeopleAsync(May.ManageCountry, country, ct);
        var key = new { CountryCode = country };
        var name = await db.OneAsync<CountryRow>(One, key, ct) ?? throw new AccessRefusedException();
        var codes = initiatives.ToDictionary(i => i.Id, i => i.Code);
        var assigned = (await db.ListAsync<AssignedRow>(Assigned, key, ct)).ToLookup(a => a.GrantId, a => codes.GetValueOrDefault(a.InitiativeId));
        var people = (await db.ListAsync<GrantHolder>(Holders, key, ct))
            .Select(h => h with { Initiatives = [.. assigned[h.GrantId].OfType<string>().Order(StringComparer.Ordinal)] });
        return new CountryPeople(new CountryName { Code = name.Code, NameEn = name.NameEn, NameEs = name.NameEs }, name.SharesDrafts, [.. people], initiatives);
    }

    private sealed record AssignedRow
    {
        public Guid GrantId { get; init; }
        public Guid InitiativeId { get; init; }
    }

    private sealed record CountryRow
    {
        public CountryCode Code { get; init; }
        public string NameEn { get; init; } = "";
        public string NameEs { get; init; } = "";
        public bool SharesDrafts { get; init; }
    }
}

/// <param name="Name">Of the country.</param>
/// <param name="SharesDrafts">May the region see status facts before national approval?</param>
/// <param name="Holders">One a grant.</param>
/// <param name="Initiatives">That a contributor's role can name.</param>
public sealed record CountryPeople(CountryName Name, bool SharesDrafts, IReadOnlyList<GrantHolder> Holders, IReadOnlyList<InitiativeChoice> Initiatives);

public sealed record GrantHolder
{
    public Guid GrantId { get; init; }
    public Guid PersonId { get; init; }
    public string DisplayName { get; init; } = "";
    public string Email { get; init; } = "";
    public Role Role { get; init; }

    /// <summary>Where the list is of several.</summary>
    public CountryCode? Country { get; init; }
    public DateTime GrantedAt { get; init; }
    public string GrantedBy { get; init; } = "";

    /// <summary>Has not chosen a password yet.</summary>
    public bool IsInvited { get; init; }

    /// <summary>The reader's own row.</summary>
    public bool IsSelf { get; init; }

    /// <summary>Of the newest link that was not used.</summary>
    public DateTime? LinkExpiresAt { get; init; }

    /// <summary>Codes, for a contributor.</summary>
    public IReadOnlyList<string> Initiatives { get; init; } = [];
}
