using System.Security.Cryptography;
using System.Text;

namespace Monitoring.Web.Seeding;

/// <summary>
/// Ids of loaded rows come from what the row is, not from chance: the same file gives the same rows on every installation, so a
/// snapshot of it has the same bytes, and two instances that start at once mean the same row.
/// </summary>
public static class SeedId
{
    /// <summary>A UUID of version 8 (RFC 9562) from the SHA-256 of the parts.</summary>
    public static Guid Of(params ReadOnlySpan<object> parts)
    {
        var name = new StringBuilder("monitoring-seed");
        foreach (var part in parts) name.Append('\n').Append(part);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString()), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
