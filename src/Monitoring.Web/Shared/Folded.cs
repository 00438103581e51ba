using System.Globalization;
using System.Text;

namespace Monitoring.Web.Shared;

/// <summary>Text as it is searched: lower case, without accents, one space between words. Both engines then compare it alike.</summary>
public static class Folded
{
    /// <summary>The length of a search column.</summary>
    public const int MaxLength = 4000;

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsWhiteSpace(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        var all = folded.ToString().Trim();
        return all.Length <= MaxLength ? all : all[..MaxLength];
    }

    /// <summary>The pattern that finds the words of <paramref name="search"/> in their order; everything when there are none.</summary>
    public static string Pattern(string? search)
    {
        var words = Of(search ?? "").Replace("!", "!!").Replace("%", "!%").Replace("_", "!_").Replace("[", "![");
        return words.Length == 0 ? "%" : $"%{words.Replace(' ', '%')}%";
    }
}
