using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>At a start without people: a link for whoever sees the console. It takes the place of the one before.</summary>
public sealed class MakeSetUpLink(Gate gate, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public static readonly PlatformSql PeopleHere = PlatformSql.Of("select count(*) from Person");

    public static readonly PlatformSql ForgetOthers = PlatformSql.Of(
        "delete from SingleUseLink where Purpose = 'SetUp' and UsedAt is null");

    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into SingleUseLink (Id, TokenHash, Purpose, PersonId, CreatedAt, CreatedBy, ExpiresAt)
        values (@Id, @Hash, @Purpose, @Whose, @Now, @Person, @ExpiresAt)
        """);

    /// <returns>The token, shown this once; null when there are people.</returns>
    public async Task<string?> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.ForJob(JobName.Start).EditPeopleAsync(ct);
        if (await db.OneAsync<int>(PeopleHere, null, ct) > 0) return null;
        await db.WriteAsync(ForgetOthers, null, ct);
        var token = SingleUseToken.New();
        await db.WriteAsync(Add, new
        {
            Id = Guid.CreateVersion7(),
            Hash = SingleUseToken.HashOf(token),
            Purpose = LinkPurpose.SetUp,
            Whose = (Guid?)null,
            ExpiresAt = clock.GetUtcNow().UtcDateTime + Lasts,
        }, ct);
        await db.CommitAsync(ct);
        return token;
    }
}
