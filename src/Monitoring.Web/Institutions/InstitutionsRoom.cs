namespace Monitoring.Web.Institutions;

/// <summary>Who acts in a country, under every name that is printed for them.</summary>
public static class InstitutionsRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string Institution = "Institution";

    public static readonly string[] Owns = [Institution, "InstitutionAlias"];
    public static readonly string[] Reads = ["InitiativeInstitution"];

    public static IServiceCollection AddInstitutionsRoom(this IServiceCollection services) => services.AddScoped<ListInstitutions>().AddScoped<AddInstitution>();
}
