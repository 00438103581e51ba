using Microsoft.Extensions.Localization;

namespace Monitoring.Web.NextSteps;

/// <summary>The words of this room.</summary>
public sealed class NextStepsTexts;

public static class NextStepsTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<NextStepsTexts> texts, string field) => texts["Field." + field];
}
