namespace Monitoring.Web.Checklists;

public static class ChecklistsRoom
{
    public static readonly string[] Owns = ["ChecklistAnswer"];
    public static readonly string[] Reads = [];

    public static IServiceCollection AddChecklistsRoom(this IServiceCollection services) => services;
}
