using System.Security.Cryptography;
using System.Text;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Translations;

/// <summary>A stretch of a changed text: in both, only in the earlier one (<c>-</c>), only in the later one (<c>+</c>).</summary>
public sealed record Stretch(char Kind, string Text);

/// <summary>What is true about a text in two languages.</summary>
public static class TranslationRules
{
    /// <summary>As long as the longest original.</summary>
    public const int Text = 4000;

    /// <summary>The languages of the interface, and of content.</summary>
    public static readonly string[] Languages = ["es", "en"];

    /// <summary>The language into which a text is translated.</summary>
    public static string OtherThan(string language) => language == "es" ? "en" : "es";

    /// <summary>Out of date is what says another original, to the letter: what a change means only a person can tell.</summary>
    public static TranslationState StateOf(string original, TranslationRow? translation) =>
        translation?.Text is null ? TranslationState.Missing
        : string.Equals(translation.SourceText, original, StringComparison.Ordinal) ? TranslationState.Current
        : TranslationState.Stale;

    public static Problem? Problem(TranslationDraft draft) =>
        TextRules.Problem(nameof(draft.Text), draft.Text, Text)
        ?? (Enum.IsDefined(draft.HowMade) ? null : new Problem(nameof(draft.HowMade), "Required"))
        ?? LanguageProblem(nameof(draft.Language), draft.Language);

    /// <summary>The language of a text is one in which it can be read here.</summary>
    public static Problem? LanguageProblem(string field, string? language) => Languages.Contains(language) ? null : new Problem(field, "Required");

    /// <summary>One text has one translation into a language, whoever begins it: a UUID of version 8 from what it is.</summary>
    public static Guid IdOf(Guid subject, string field, string language)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"translation\n{subject:D}\n{field}\n{language}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    // Beyond it two long texts are shown whole: the table of common words would be larger than the reader's patience.
    private const int MostWords = 900;

    /// <summary>What changed from one text to another, word by word.</summary>
    public static IReadOnlyList<Stretch> Changes(string was, string now)
    {
        var (a, b) = (Words(was), Words(now));
        if (a.Count > MostWords || b.Count > MostWords) return [new('-', was), new('+', now)];
        // Longest common subsequence: common[i, j] words are in both from i and j on.
        var common = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var stretches = new List<Stretch>();
        for (int i = 0, j = 0; i < a.Count || j < b.Count;)
            if (i < a.Count && j < b.Count && a[i] == b[j]) (i, j) = (Put(stretches, '=', a[i], i), j + 1);
            else if (i < a.Count && (j == b.Count || common[i + 1, j] >= common[i, j + 1])) i = Put(stretches, '-', a[i], i);
            else j = Put(stretches, '+', b[j], j);
        return stretches;
    }

    private static int Put(List<Stretch> stretches, char kind, string word, int at)
    {
        if (stretches.Count > 0 && stretches[^1].Kind == kind) stretches[^1] = new Stretch(kind, stretches[^1].Text + word);
        else stretches.Add(new Stretch(kind, word));
        return at + 1;
    }

    // A word takes the blanks behind it along, so that the words together are the text.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var from = 0;
        for (var i = 1; i < text.Length; i++)
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]))
            {
                words.Add(text[from..i]);
                from = i;
            }
        if (from < text.Length) words.Add(text[from..]);
        return words;
    }
}
