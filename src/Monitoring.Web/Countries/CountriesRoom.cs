using Monitoring.Web.Audit;

namespace Monitoring.Web.Countries;

/// <summary>A country's home: what needs attention, status at a glance, what the country says, what changed.</summary>
public static class CountriesRoom
{
    /// <summary>Tables, and their names in history and among what can be translated.</summary>
    public const string Statement = "CountryStatement", Event = "TimelineEvent";

    public static readonly string[] Owns = [Statement, Event];
    public static readonly string[] Reads = ["Country", "Translation", "CountryTranslation", "Commitment", "Indicator", "ChecklistAnswer", "ValueMark", "FieldChange", "AuditLink"];

    public static IServiceCollection AddCountriesRoom(this IServiceCollection services) => services
        .AddScoped<ReadCountryHome>()
        .AddScoped<SaveStatement>()
        .AddScoped<RetireStatement>()
        .AddScoped<SaveTimelineEvent>()
        .AddScoped<RetireTimelineEvent>()
        .AddScoped<Restorer, RestoreStatement>()
        .AddScoped<Restorer, RestoreTimelineEvent>();
}
