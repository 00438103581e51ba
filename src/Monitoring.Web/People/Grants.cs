using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Giving a grant, in the transaction of whoever gives it: the row and the event that the country sees are one.</summary>
public static class Grants
{
    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy)
        values (@Id, @Whose, @Role, @CountryCode, @Now, @By)
        """);

    internal static async Task<Guid> GiveAsync(this PlatformEdit db, Doer by, PersonAccount person, Role role, CountryCode? country, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await db.WriteAsync(Add, new { Id = id, Whose = person.Id, Role = role, CountryCode = country, By = by.Name }, ct);
        await db.WriteEventAsync(by, PlatformAction.GrantGiven, country, person.Id, person.DisplayName, role, ct);
        return id;
    }
}
