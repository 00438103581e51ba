using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>The own account and where it is signed in.</summary>
public sealed class ReadAccount(Gate gate)
{
    public static readonly PlatformSql Own = PlatformSql.Of("""
        select Id, Email, EmailKey, DisplayName, PasswordHash, SecurityStamp, Language, FailedSignIns, Version
          from Person
         where Id = @PersonId and Disabled = 0
        """);

    public static readonly PlatformSql Alive = PlatformSql.Of("""
        select Id, StartedAt, Device
          from PersonSession
         where PersonId = @PersonId and EndedAt is null and ExpiresAt > @Now
         order by StartedAt desc, Id
        """);

    public async Task<OwnAccount> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.ReadPeopleAsync(May.OwnAccount, ct: ct);
        var person = await db.OneAsync<PersonAccount>(Own, null, ct) ?? throw new AccessRefusedException();
        return new OwnAccount(person.DisplayName, person.Email, person.Language, await db.ListAsync<OwnSession>(Alive, null, ct));
    }
}

public sealed record OwnAccount(string Name, string Email, string? Language, IReadOnlyList<OwnSession> Sessions);

public sealed record OwnSession
{
    public Guid Id { get; init; }
    public DateTime StartedAt { get; init; }
    public string? Device { get; init; }
}
