using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>What stands behind a token, before anybody is signed in.</summary>
public sealed class ReadLink(Gate gate, TimeProvider clock)
{
    public static readonly PlatformSql ByHash = PlatformSql.Of("""
        select l.Id, l.Purpose, l.PersonId, l.ExpiresAt, l.UsedAt, p.Email, p.DisplayName, p.Disabled
          from SingleUseLink l
          left join Person p on p.Id = l.PersonId
         where l.TokenHash = @Hash
        """);

    public async Task<ReceivedLink> RunAsync(string? token, CancellationToken ct = default)
    {
        await using var db = await gate.ReadSignInAsync(ct);
        var row = await db.OneAsync<LinkRow>(ByHash, new { Hash = SingleUseToken.HashOf(token) }, ct);
        return new ReceivedLink(StateOf(row), row?.Purpose, row?.Email, row?.DisplayName);
    }

    private LinkState StateOf(LinkRow? row) => row switch
    {
        null or { Disabled: true } => LinkState.Unknown,
        { UsedAt: not null } => LinkState.Used,
        _ when row.ExpiresAt <= clock.GetUtcNow().UtcDateTime => LinkState.Expired,
        _ => LinkState.Good,
    };

    private sealed record LinkRow
    {
        public LinkPurpose Purpose { get; init; }
        public DateTime ExpiresAt { get; init; }
        public DateTime? UsedAt { get; init; }
        public string? Email { get; init; }
        public string? DisplayName { get; init; }
        public bool Disabled { get; init; }
    }
}

/// <param name="State">Says why it does not work.</param>
/// <param name="Purpose">Null for an unknown token.</param>
/// <param name="Email">Of the person it was made for.</param>
/// <param name="DisplayName">As whoever invited wrote it.</param>
public sealed record ReceivedLink(LinkState State, LinkPurpose? Purpose, string? Email, string? DisplayName);
