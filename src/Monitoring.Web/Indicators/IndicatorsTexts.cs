using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Indicators;

/// <summary>The words of this room.</summary>
public sealed class IndicatorsTexts;

public static class IndicatorsTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<IndicatorsTexts> texts, string field) => texts["Field." + field];
}
