using System.Globalization;

namespace Monitoring.Web.Translations;

/// <summary>A text as a reader is shown it.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Language">The language of that.</param>
/// <param name="State">Of the translation into the reader's language; null: nothing to translate, or the originals were asked for.</param>
/// <param name="Row">The translation that is shown, or that is out of date and therefore not shown.</param>
public sealed record Narrative(string Text, string Language, TranslationState? State = null, TranslationRow? Row = null)
{
    public bool IsTranslated => State is TranslationState.Current;
}

/// <summary>
/// The texts of an initiative for one reader: in the reader's language where a translation says what the original says now, as they were
/// written otherwise. A text that is out of date is never shown in place of its original.
/// </summary>
public sealed class Narratives(IEnumerable<TranslationRow> rows, string? reader)
{
    /// <summary>The word of the address that asks for the originals.</summary>
    public const string Original = "original";

    private readonly IReadOnlyList<TranslationRow> _all = rows.ToList();
    private readonly Dictionary<(Guid, string), TranslationRow> _rows = rows.Where(r => r.Language == reader).ToDictionary(r => (r.SubjectId, r.Field));

    public static Narratives None { get; } = new([], null);

    /// <summary>The language that is read; null: each text as it was written.</summary>
    public string? Reader { get; } = reader;

    /// <summary>In the reader's language of the interface.</summary>
    public static Narratives ForReader(IEnumerable<TranslationRow> rows) => new(rows, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>As an address asks: <c>es</c>, <c>en</c>, <c>original</c>; anything else is the reader's own language.</summary>
    public Narratives In(string? word) => word == Original ? new(_all, null)
        : word is not null && TranslationRules.Languages.Contains(word) ? new(_all, word) : this;

    /// <summary>Are there translations into any language but the one in which <paramref name="language"/> is written?</summary>
    public bool HasOther(string language) => _all.Any(r => r.Language != language && r.Text is not null);

    /// <summary>How many texts have been translated into a language.</summary>
    public int CountIn(string language) => _all.Count(r => r.Language == language && r.Text is not null);

    /// <summary>One text of a list, for the reader's language of the interface.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="language">The language of that.</param>
    /// <param name="translation">In the other language; null: none.</param>
    /// <param name="translated">The original that the translation says.</param>
    public static Narrative InList(string text, string language, string? translation, string? translated) =>
        ForReader(translated is null ? [] : [new TranslationRow { Language = TranslationRules.OtherThan(language), Text = translation, SourceText = translated }])
            .Of(Guid.Empty, "", text, language);

    public Narrative Of(Guid subject, string field, string text, string language)
    {
        if (Reader is null || Reader == language) return new Narrative(text, language);
        var row = _rows.GetValueOrDefault((subject, field));
        var state = TranslationRules.StateOf(text, row);
        return state is TranslationState.Current ? new Narrative(row!.Text!, row.Language, state, row) : new Narrative(text, language, state, row);
    }
}
