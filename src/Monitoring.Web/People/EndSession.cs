using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Sign-out, here or of another device: with the row, every right that came with it ends.</summary>
public sealed class EndSession(Gate gate)
{
    public static readonly PlatformSql End = PlatformSql.Of("""
        update PersonSession set EndedAt = @Now where Id = @Id and PersonId = @Whose and EndedAt is null
        """);

    /// <returns>False when there is no such session of that person, or it has ended.</returns>
    public async Task<bool> RunAsync(Guid session, Guid person, CancellationToken ct = default)
    {
        await using var db = await gate.EditSignInAsync(ct);
        var ended = await db.WriteAsync(End, new { Id = session, Whose = person }, ct) == 1;
        await db.CommitAsync(ct);
        return ended;
    }
}
