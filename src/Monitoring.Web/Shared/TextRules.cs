using System.Globalization;
using System.Text;
using Monitoring.Data;

namespace Monitoring.Web.Shared;

/// <summary>What is true about texts that people type or paste.</summary>
public static class TextRules
{
    /// <summary>The first problem of a field, or null. Lengths are UTF-16 units, as the columns count them.</summary>
    public static Problem? Problem(string field, string? text, int max, bool isRequired = false) => text switch
    {
        _ when isRequired && string.IsNullOrWhiteSpace(text) => new Problem(field, "Required"),
        null => null,
        _ when text.Length > max => new Problem(field, "TooLong", text.Length, max),
        _ when text != Clean(text) => new Problem(field, "Invisible"),
        _ => null,
    };

    /// <summary>
    /// What a paste brings along and nobody sees: control characters, direction overrides, soft hyphens, zero-width spaces, halves of
    /// characters. Emoji stay whole, and so do marks of direction that belong to a script. Null when nothing is left.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n").EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for half a character.
            if (rune.Value is '\n' or '\u200D') clean.Append((char)rune.Value);
            else if (rune.Value is '\r' or '\v' or '\f' or 0x2028 or 0x2029) clean.Append('\n');
            else if (rune.Value is '\t' or '\u00A0' or '\u202F') clean.Append(' ');
            else if (rune.Value is 0xFFFD or 0x00AD or 0xFEFF or 0x200B or 0x2060 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) continue;
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse)) clean.Append(rune);
        }
        var all = clean.ToString().Trim();
        return all.Length == 0 ? null : all;
    }

    /// <summary>Did <see cref="Clean"/> take more away than the blanks around the text and the way lines end?</summary>
    public static bool HadInvisible(string? text) =>
        text is not null && (Clean(text) ?? "") != text.Replace("\r\n", "\n").Replace('\u00A0', ' ').Replace('\t', ' ').Trim();
}
