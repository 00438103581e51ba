namespace Monitoring.Web.Institutions;

public static class InstitutionsRoom
{
    public static readonly string[] Owns = ["Institution", "InstitutionAlias"];
    public static readonly string[] Reads = [];

    public static IServiceCollection AddInstitutionsRoom(this IServiceCollection services) => services;
}
