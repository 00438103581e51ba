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

    /// <summary>Ended, with the role that was lent, or over with its last day.</summary>
    public static readonly PlatformSql DeputyshipsLost = PlatformSql.Of("""
        select count(*)
          from PersonDeputy d
          join PersonGrant g on g.Id = d.GrantId
         where d.DeputyId = @Whose and d.FromOn <= @Today and d.UntilOn >= @SinceDay and (d.EndedAt is null or d.EndedAt >= @Since)
           and (d.EndedAt >= @Since or g.EndedAt >= @Since or d.UntilOn < @Today)
        """);

    /// <summary>False too when a grant of the person, or one in which they stood in for somebody, has ended <paramref name="since"/> then: what is on the screen may no longer be theirs.</summary>
    public async Task<bool> RunAsync(Guid session, Guid person, DateTime? since = null, CancellationToken ct = default)
    {
        await using var db = await gate.ReadSignInAsync(ct);
        if (await db.OneAsync<int>(IsAlive, new { Session = session, Whose = person }, ct) == 0) return false;
        if (since is not { } then) return true;
        var lost = new { Whose = person, Since = then, SinceDay = DateOnly.FromDateTime(then) };
        return await db.OneAsync<int>(RightsLost, lost, ct) == 0 && await db.OneAsync<int>(DeputyshipsLost, lost, ct) == 0;
    }
}
