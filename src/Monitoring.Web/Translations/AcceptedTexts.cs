using System.Globalization;
using Monitoring.Data;

namespace Monitoring.Web.Translations;

/// <summary>The translation of a text of a country as a whole, as it was accepted or approved.</summary>
public sealed record AcceptedTranslation
{
    public CountryCode Country { get; init; }
    public Guid SubjectId { get; init; }

    /// <summary>Of an indicator.</summary>
    public string? Code { get; init; }
    public string Field { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>The original that it says.</summary>
    public string SourceText { get; init; } = "";
    public HowMade HowMade { get; init; }
    public Mark Mark { get; init; }
}

/// <summary>
/// Texts of countries as a whole for one reader of what was accepted: in the reader's language where a translation says the very original
/// that stands there, as they were written otherwise.
/// </summary>
public sealed class AcceptedTexts
{
    private readonly ILookup<(CountryCode, Guid, string), AcceptedTranslation> _texts;
    private readonly ILookup<(CountryCode, string?, string), AcceptedTranslation> _ofIndicators;

    /// <summary>In the reader's language of the interface.</summary>
    /// <param name="rows">Of one snapshot of each country.</param>
    public AcceptedTexts(IEnumerable<AcceptedTranslation> rows) : this(rows, Reader) { }

    /// <param name="rows">Of one snapshot of each country.</param>
    /// <param name="reader">The language that is read; null: the originals.</param>
    public AcceptedTexts(IEnumerable<AcceptedTranslation> rows, string? reader)
    {
        var read = rows.Where(r => r.Language == reader).ToList();
        _texts = read.ToLookup(r => (r.Country, r.SubjectId, r.Field));
        _ofIndicators = read.Where(r => r.Code is not null).ToLookup(r => (r.Country, r.Code, r.Field));
    }

    public static AcceptedTexts None { get; } = new([]);

    /// <summary>The language of the interface.</summary>
    public static string Reader => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <param name="country">Whose text it is.</param>
    /// <param name="id">Of its row.</param>
    /// <param name="field">Of the row.</param>
    /// <param name="text">As it stands there.</param>
    /// <param name="language">In which it was written; null: frozen before texts of a country had a language.</param>
    public Narrative Of(CountryCode country, Guid id, string field, string text, string? language) => Said(_texts[(country, id, field)], text, language);

    /// <inheritdoc cref="Of"/>
    /// <summary>Of an indicator, which frozen values know by its code.</summary>
    public Narrative OfIndicator(CountryCode country, string code, string field, string text, string? language) => Said(_ofIndicators[(country, code, field)], text, language);

    private static Narrative Said(IEnumerable<AcceptedTranslation> translations, string text, string? language) =>
        translations.FirstOrDefault(t => string.Equals(t.SourceText, text, StringComparison.Ordinal)) is { } said && language != said.Language
            ? new Narrative(said.Text, said.Language, TranslationState.Current, new TranslationRow { HowMade = said.HowMade, Mark = said.Mark })
            : new Narrative(text, language ?? Unsaid);

    /// <summary>Without a language are only texts of the report that was loaded first, which is in English.</summary>
    private const string Unsaid = "en";
}
