using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Commitments;

/// <summary>The words of this room.</summary>
public sealed class CommitmentsTexts;

public static class CommitmentsTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<CommitmentsTexts> texts, string field) => texts["Field." + field];
}
