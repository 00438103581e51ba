using System.Globalization;
using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Progress;

/// <summary>A translation as it was published with its original.</summary>
public sealed record PublishedTranslation
{
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";
    public HowMade HowMade { get; init; }
    public Mark Mark { get; init; }
}

/// <summary>
/// What was published, in the reader's language where it was published in that. Every published translation says its original: the
/// others were not frozen.
/// </summary>
public sealed class PublishedTexts
{
    private readonly Dictionary<(Guid, string), PublishedTranslation> _texts;

    private PublishedTexts(IReadOnlyList<PublishedTranslation> all, string? reader) =>
        (Reader, HasAny, _texts) = (reader, all.Count > 0, all.Where(t => t.Language == reader).ToDictionary(t => (t.SubjectId, t.Field)));

    /// <summary>The language that is read; null: the originals.</summary>
    public string? Reader { get; }

    public bool HasAny { get; }

    /// <param name="all">Of one initiative or country.</param>
    /// <param name="word">Of the address: a language, or <c>original</c>; anything else is the reader's language.</param>
    public static PublishedTexts Of(IReadOnlyList<PublishedTranslation> all, string? word) => new(all, ReaderOf(word));

    /// <summary>The language that an address asks for; null: the originals.</summary>
    public static string? ReaderOf(string? word) => word == Narratives.Original ? null
        : word is not null && TranslationRules.Languages.Contains(word) ? word : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public Narrative Of(Guid subject, string field, string text, string language) =>
        language != Reader && _texts.GetValueOrDefault((subject, field)) is { } t
            ? new Narrative(t.Text, t.Language, TranslationState.Current, new TranslationRow { HowMade = t.HowMade, Mark = t.Mark })
            : new Narrative(text, language);
}
