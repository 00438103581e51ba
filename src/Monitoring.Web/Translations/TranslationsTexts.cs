using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Translations;

/// <summary>The words of this room.</summary>
public sealed class TranslationsTexts;

public static class TranslationsTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<TranslationsTexts> texts, string field) => texts["Field." + field];
}
