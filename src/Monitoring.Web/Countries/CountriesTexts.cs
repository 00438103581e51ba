using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Countries;

/// <summary>The words of this room.</summary>
public sealed class CountriesTexts;

public static class CountriesTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<CountriesTexts> texts, string field) => texts["Field." + field];
}
