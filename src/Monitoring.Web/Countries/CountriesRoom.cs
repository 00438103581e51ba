namespace Monitoring.Web.Countries;

/// <summary>A country's home: what needs attention, status at a glance, what the country says, what changed.</summary>
public static class CountriesRoom
{
    public static readonly string[] Owns = ["CountryStatement", "TimelineEvent"];
    public static readonly string[] Reads = ["Country", "Translation"];

    public static IServiceCollection AddCountriesRoom(this IServiceCollection services) => services.AddScoped<ReadCountryHome>();
}
