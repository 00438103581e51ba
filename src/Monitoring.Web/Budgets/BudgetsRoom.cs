namespace Monitoring.Web.Budgets;

/// <summary>Money required, national, pledged, committed and disbursed, each in its own currency.</summary>
public static class BudgetsRoom
{
    public static readonly string[] Owns = ["BudgetLine"];
    public static readonly string[] Reads = ["Initiative", "Commitment"];

    public static IServiceCollection AddBudgetsRoom(this IServiceCollection services) => services.AddScoped<ListBudgetLines>();
}
