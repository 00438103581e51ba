namespace Monitoring.Web.Audit;

public static class AuditRoom
{
    public static readonly string[] Owns = [];
    public static readonly string[] Reads = [];

    public static IServiceCollection AddAuditRoom(this IServiceCollection services) => services;
}
