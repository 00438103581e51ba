using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>At each start: where somebody was signed in long ago is nobody's business any more.</summary>
public sealed class ForgetOldSessions(Gate gate, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static readonly PlatformSql Forget = PlatformSql.Of("delete from PersonSession where ExpiresAt < @Before");

    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.EditSignInAsync(ct);
        var forgotten = await db.WriteAsync(Forget, new { Before = clock.GetUtcNow().UtcDateTime - Kept }, ct);
        await db.CommitAsync(ct);
        return forgotten;
    }
}
