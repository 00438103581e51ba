namespace Monitoring.Web.Countries;

/// <summary>A country's home: what needs attention, status at a glance, what the country says, what changed.</summary>
public static class CountriesRoom
{
    /// <summary>The table, and its name among what can be translated.</summary>
    public const string Statement = "CountryStatement";

    public static readonly string[] Owns = [Statement, "TimelineEvent"];
    public static readonly string[] Reads = ["Country", "Translation", "CountryTranslation", "Commitment", "Indicator", "ChecklistAnswer", "ValueMark", "FieldChange", "AuditLink"];

    public static IServiceCollection AddCountriesRoom(this IServiceCollection services) => services.AddScoped<ReadCountryHome>();
}
