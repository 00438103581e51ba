namespace Monitoring.Web.Checklists;

/// <summary>Comparable policy progress: the region's lists and a country's answers to them.</summary>
public static class ChecklistsRoom
{
    public static readonly string[] Owns = ["ChecklistAnswer"];
    public static readonly string[] Reads = ["Checklist", "ChecklistItem", "ThematicAxis"];

    public static IServiceCollection AddChecklistsRoom(this IServiceCollection services) => services.AddScoped<ListChecklists>();
}
