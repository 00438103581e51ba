using Monitoring.Web.Audit;

namespace Monitoring.Web.Budgets;

/// <summary>Money required, national, pledged, committed and disbursed, each in its own currency.</summary>
public static class BudgetsRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string BudgetLine = "BudgetLine";

    public static readonly string[] Owns = [BudgetLine];
    public static readonly string[] Reads = ["Initiative", "Commitment", "ExchangeRate", "ValueMark", "Snapshot", "FrozenBudgetLine", "Translation", "CountryTranslation"];

    public static IServiceCollection AddBudgetsRoom(this IServiceCollection services) => services
        .AddScoped<ListBudgetLines>()
        .AddScoped<AddBudgetLine>()
        .AddScoped<SaveBudgetLine>()
        .AddScoped<RetireBudgetLine>()
        .AddScoped<BudgetEdits>()
        .AddScoped<Restorer, RestoreBudgetLine>();
}
