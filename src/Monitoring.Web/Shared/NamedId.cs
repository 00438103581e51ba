using System.Security.Cryptography;
using System.Text;

namespace Monitoring.Web.Shared;

/// <summary>An id that comes from what a thing is, not from chance: whoever names the same thing means the same row.</summary>
public static class NamedId
{
    /// <summary>A UUID of version 8 (RFC 9562) from the SHA-256 of the parts, each on a line of its own.</summary>
    public static Guid Of(params ReadOnlySpan<object> parts)
    {
        var name = new StringBuilder();
        foreach (var part in parts) name.Append(name.Length == 0 ? "" : "\n").Append(part);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name.ToString()), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
