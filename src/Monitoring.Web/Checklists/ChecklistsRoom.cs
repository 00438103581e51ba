using Monitoring.Web.Audit;

namespace Monitoring.Web.Checklists;

/// <summary>Comparable policy progress: the region's lists and a country's answers to them.</summary>
public static class ChecklistsRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string ChecklistAnswer = "ChecklistAnswer";

    public static readonly string[] Owns = [ChecklistAnswer];
    public static readonly string[] Reads = ["Checklist", "ChecklistItem", "ThematicAxis", "Indicator", "IndicatorDefinition", "IndicatorStep", "Measurement", "Evidence", "CountryTranslation", "Initiative", "Commitment", "CountryStatement", "TimelineEvent", "ValueMark", "FieldChange", "AuditLink"];

    public static IServiceCollection AddChecklistsRoom(this IServiceCollection services) => services
        .AddScoped<ListChecklists>()
        .AddScoped<SaveAnswer>()
        .AddScoped<Restorer, RestoreAnswer>();
}
