using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Giving and asking about grants inside the transaction of whoever gives them: the row and the event that the country sees are one.</summary>
public static class Grants
{
    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy)
        values (@Id, @Whose, @Role, @CountryCode, @Now, @By)
        """);

    public static readonly PlatformSql Held = PlatformSql.Of("""
        select count(*)
          from PersonGrant
         where PersonId = @Whose and Role = @Role and EndedAt is null
           and (CountryCode = @CountryCode or (CountryCode is null and @CountryCode is null))
        """);

    /// <summary>Changes nothing but takes the country's lock, so that two deeds over its people follow each other.</summary>
    public static readonly PlatformSql TakeTurn = PlatformSql.Of("update Country set Version = Version where Code = @CountryCode");

    /// <summary>The same among those who hold a role.</summary>
    public static readonly PlatformSql TakeTurnAmong = PlatformSql.Of("""
        update PersonGrant
           set EndedBy = EndedBy
         where Role = @Role and EndedAt is null and (CountryCode = @CountryCode or (CountryCode is null and @CountryCode is null))
        """);

    public static readonly PlatformSql Holders = PlatformSql.Of("""
        select count(*)
          from PersonGrant g
          join Person p on p.Id = g.PersonId
         where g.Role = @Role and g.EndedAt is null and p.Disabled = 0
           and (g.CountryCode = @CountryCode or (g.CountryCode is null and @CountryCode is null))
        """);

    internal static async Task<Guid> GiveAsync(this PlatformEdit db, Doer by, PersonAccount person, Role role, CountryCode? country, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await db.WriteAsync(Add, new { Id = id, Whose = person.Id, Role = role, CountryCode = country, By = by.Name }, ct);
        await db.WriteEventAsync(by, PlatformAction.GrantGiven, country, person.Id, person.DisplayName, role, ct);
        return id;
    }

    internal static async Task<bool> HoldsAsync(this PlatformDb db, Guid person, Role role, CountryCode? country, CancellationToken ct) =>
        await db.OneAsync<int>(Held, new { Whose = person, Role = role, CountryCode = country }, ct) > 0;
}
