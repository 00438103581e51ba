using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Evidence;

/// <summary>The words of this room.</summary>
public sealed class EvidenceTexts;

public static class EvidenceTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<EvidenceTexts> texts, string field) => texts["Field." + field];
}
