namespace Monitoring.Web.Audit;

/// <summary>Who changed what, when, from what to what; and an earlier value brought back.</summary>
public static class AuditRoom
{
    /// <summary>History is the kernel's: only the edit door writes it.</summary>
    public static readonly string[] Owns = [];

    public static readonly string[] Reads =
        ["CountryHead", "AuditLink", "FieldChange", "Initiative", "InitiativeItem", "Result", "NextStep", "Indicator", "Translation",
            "Measurement", "BudgetLine", "FactLink"];

    public static IServiceCollection AddAuditRoom(this IServiceCollection services) => services
        .AddScoped<ListChanges>()
        .AddScoped<RestoreValue>();
}
