namespace Monitoring.Web.Search;

/// <summary>Finds anything of a country by its words.</summary>
public static class SearchRoom
{
    public static readonly string[] Reads =
        ["Initiative", "InitiativeItem", "InitiativeInstitution", "Result", "NextStep", "Commitment", "Indicator", "IndicatorDefinition", "Institution", "Translation", "CountryTranslation", "CountryStatement", "TimelineEvent", "ChecklistAnswer", "BudgetLine", "Evidence", "Measurement", "Comment"];

    public static IServiceCollection AddSearchRoom(this IServiceCollection services) => services.AddScoped<SearchCountry>();
}
