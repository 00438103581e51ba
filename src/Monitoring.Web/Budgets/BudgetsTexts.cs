namespace Monitoring.Web.Budgets;

/// <summary>The words of this room.</summary>
public sealed class BudgetsTexts;
