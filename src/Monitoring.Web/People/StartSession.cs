using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Monitoring.Data;
using Monitoring.Web.Access;

namespace Monitoring.Web.People;

/// <summary>The last step of every way in: a row for the session, and a cookie that names it. Needs a request that has not answered yet.</summary>
public sealed class StartSession(Gate gate, SignInManager<PersonAccount> signIn, TimeProvider clock)
{
    /// <summary>Absolute: using the product does not prolong it.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into PersonSession (Id, PersonId, StartedAt, ExpiresAt, Device)
        values (@Id, @Whose, @Now, @ExpiresAt, @Device)
        """);

    public static readonly PlatformSql Forgive = PlatformSql.Of("update Person set FailedSignIns = 0, LockedUntil = null where Id = @Id");

    public async Task RunAsync(PersonAccount person, string? device, CancellationToken ct = default)
    {
        var id = Guid.CreateVersion7();
        var expires = clock.GetUtcNow() + Lasts;
        await using (var db = await gate.EditSignInAsync(ct))
        {
            await db.WriteAsync(Forgive, new { person.Id }, ct);
            await db.WriteAsync(Add, new { Id = id, Whose = person.Id, ExpiresAt = expires.UtcDateTime, Device = device }, ct);
            await db.CommitAsync(ct);
        }
        await signIn.SignInWithClaimsAsync(person, new AuthenticationProperties { ExpiresUtc = expires, AllowRefresh = false },
            [new Claim(CallerClaims.Session, id.ToString())]);
    }
}
