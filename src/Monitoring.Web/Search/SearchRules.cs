using Monitoring.Web.Shared;

namespace Monitoring.Web.Search;

/// <summary>How words are found in a text: all of them, in any order, whatever their accents and capitals.</summary>
public static class SearchRules
{
    private const int Around = 70;

    /// <summary>The words that are looked for; single letters find everything and therefore nothing.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        Folded.Of(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Distinct().Take(8).ToList();

    public static bool Finds(IReadOnlyList<string> words, string text)
    {
        if (words.Count == 0) return false;
        var folded = Folded.Of(text);
        return words.All(w => folded.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>The piece of a text around the first word that is found in it.</summary>
    public static string Piece(IReadOnlyList<string> words, string text)
    {
        if (text.Length <= 2 * Around) return text;
        var at = words.Select(w => Position(text, w)).Where(p => p >= 0).DefaultIfEmpty(0).Min();
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + (2 * Around)));
        // Not through a word, and never through a character.
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        while (to < text.Length && !char.IsWhiteSpace(text[to])) to++;
        return (from > 0 ? "… " : "") + text[from..to].Trim() + (to < text.Length ? " …" : "");
    }

    private static int Position(string text, string word) => System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(
        text, word, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace);
}
