using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Monitoring.Web.People;

/// <summary>The secret of a single-use link: 256 random bits in the address, their SHA-256 in the database.</summary>
public static class SingleUseToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>As the column keeps it. The token is random through and through, so one plain hash is enough.</summary>
    public static string HashOf(string? token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token ?? "")));
}

/// <summary>What a link is for.</summary>
public enum LinkPurpose { SetUp, Invitation, NewPassword }

/// <summary>Whether a link still works; said to whoever holds its token.</summary>
public enum LinkState { Good, Used, Expired, Unknown }
