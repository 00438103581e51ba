using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Initiatives;

/// <summary>The words of this room.</summary>
public sealed class InitiativesTexts;

public static class InitiativesTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<InitiativesTexts> texts, string field) => texts["Field." + field];
}
