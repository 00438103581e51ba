using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Is a sign-in still alive? Asked at every request and every few seconds in a circuit.</summary>
public sealed class CheckSession(Gate gate)
{
    public static readonly PlatformSql IsAlive = PlatformSql.Of("""
        select count(*)
          from PersonSession s
          join Person p on p.Id = s.PersonId
         where s.Id = @Session and s.PersonId = @Whose and s.EndedAt is null and s.ExpiresAt > @Now and p.Disabled = 0
        """);

    public static readonly PlatformSql RightsLost = PlatformSql.Of("""
        select count(*) from PersonGrant where PersonId = @Whose and EndedAt >= @Since
        """);

    /// <summary>False too when a grant of the person has ended <paramref name="since"/> then: what is on the screen may no longer be theirs.</summary>
    public async Task<bool> RunAsync(Guid session, Guid person, DateTime? since = null, CancellationToken ct = default)
    {
        await using var db = await gate.ReadSignInAsync(ct);
        if (await db.OneAsync<int>(IsAlive, new { Session = session, Whose = person }, ct) == 0) return false;
        return since is not { } then || await db.OneAsync<int>(RightsLost, new { Whose = person, Since = then }, ct) == 0;
    }
}
