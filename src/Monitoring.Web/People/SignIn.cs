using Microsoft.AspNetCore.Identity;
using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>
/// E-mail and password become a session. Right or wrong, known or unknown, locked or not: an attempt does the same work and has one of
/// two answers. It is counted before the password is looked at, so a hundred side by side get five looks.
/// </summary>
public sealed class SignIn(Gate gate, UserManager<PersonAccount> people, StartSession start, TimeProvider clock)
{
    public static readonly PlatformSql CountAttempt = PlatformSql.Of("""
        update Person
           set FailedSignIns = FailedSignIns + 1
         where EmailKey = @EmailKey and Disabled = 0 and (LockedUntil is null or LockedUntil <= @Now)
        """);

    public static readonly PlatformSql Lock = PlatformSql.Of("update Person set LockedUntil = @LockedUntil where Id = @Id");

    /// <returns>The person who is now signed in, or null.</returns>
    public async Task<PersonAccount?> RunAsync(string email, string password, string? device, CancellationToken ct = default)
    {
        if (await CheckAsync(email, password, ct) is not { } person) return null;
        await start.RunAsync(person, device, ct);
        return person;
    }

    /// <summary>The same look at a password without a session: for somebody who is signed in and changes something that needs it.</summary>
    public async Task<PersonAccount?> CheckAsync(string email, string password, CancellationToken ct = default)
    {
        var person = await CountAsync(EmailRules.Key(email), ct);
        if (password.Length > PasswordRules.Longest) password = "";
        if (person?.PasswordHash is null)
        {
            PasswordHashing.Spend(password);
            return null;
        }
        return await people.CheckPasswordAsync(person, password) ? person : null;
    }

    private async Task<PersonAccount?> CountAsync(string key, CancellationToken ct)
    {
        await using var db = await gate.EditSignInAsync(ct);
        // The update comes first: it takes the lock under which the count is read.
        var isOpen = await db.WriteAsync(CountAttempt, new { EmailKey = key }, ct) == 1;
        var person = await db.OneAsync<PersonAccount>(PersonStore.ByKey, new { EmailKey = key }, ct);
        if (isOpen && person is not null && LockRules.RestAfter(person.FailedSignIns) is { } rest)
            await db.WriteAsync(Lock, new { person.Id, LockedUntil = clock.GetUtcNow().UtcDateTime + rest }, ct);
        await db.CommitAsync(ct);
        return isOpen ? person : null;
    }
}
