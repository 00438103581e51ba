using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>The own password. The current one is counted like an attempt to sign in; every other session and open link ends.</summary>
public sealed class ChangePassword(Gate gate, SignIn signIn)
{
    public static readonly PlatformSql Set = PlatformSql.Of("""
        update Person
           set PasswordHash = @PasswordHash, SecurityStamp = @SecurityStamp, FailedSignIns = 0, LockedUntil = null, Version = Version + 1
         where Id = @PersonId and PasswordHash = @Before
        """);

    public static readonly PlatformSql EndOthers = PlatformSql.Of("""
        update PersonSession set EndedAt = @Now where PersonId = @PersonId and Id <> @Session and EndedAt is null
        """);

    public static readonly PlatformSql UseLinks = PlatformSql.Of("update SingleUseLink set UsedAt = @Now where PersonId = @PersonId and UsedAt is null");

    /// <param name="session">The one that stays.</param>
    /// <param name="current">As it is now.</param>
    /// <param name="wanted">As it shall be.</param>
    /// <param name="repeated">The same, typed again.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task<Problem?> RunAsync(Guid session, string? current, string? wanted, string? repeated, CancellationToken ct = default)
    {
        PersonAccount own;
        await using (var reading = await gate.ReadPeopleAsync(May.OwnAccount, ct: ct))
            own = await reading.OneAsync<PersonAccount>(ReadAccount.Own, null, ct) ?? throw new AccessRefusedException();

        if (string.IsNullOrEmpty(current)) return new Problem("Current", "Password.Missing");
        if (PasswordRules.Problem(wanted, own.Email) is { } bad) return new Problem("Password", bad, PasswordRules.Shortest);
        if (wanted != repeated) return new Problem("Repeat", "Password.Differs");
        if (await signIn.CheckAsync(own.Email, current, ct) is not { } person) return new Problem("Current", "Password.Wrong");

        var hash = PasswordHashing.Hash(wanted!);
        await using var db = await gate.EditPeopleAsync(May.OwnAccount, ct: ct);
        var change = new { PasswordHash = hash, SecurityStamp = NewPerson.NewStamp(), Before = person.PasswordHash };
        if (await db.WriteAsync(Set, change, ct) != 1) return new Problem("Current", "Password.Wrong");
        await db.WriteAsync(EndOthers, new { Session = session }, ct);
        await db.WriteAsync(UseLinks, null, ct);
        await db.CommitAsync(ct);
        return null;
    }
}
