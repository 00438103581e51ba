namespace Monitoring.Web.Countries;

public static class CountriesRoom
{
    public static readonly string[] Owns = ["CountryStatement", "TimelineEvent"];
    public static readonly string[] Reads = [];

    public static IServiceCollection AddCountriesRoom(this IServiceCollection services) => services;
}
