using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Budgets;

/// <summary>The words of this room.</summary>
public sealed class BudgetsTexts;

public static class BudgetsTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<BudgetsTexts> texts, string field) => texts["Field." + field];
}
