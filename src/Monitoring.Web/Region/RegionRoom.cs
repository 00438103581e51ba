using Monitoring.Web.Region.Checklists;
using Monitoring.Web.Region.Compare;
using Monitoring.Web.Region.Money;
using Monitoring.Web.Region.Parts;

namespace Monitoring.Web.Region;

/// <summary>The region: progress of all countries, figures and what they come to, countries side by side. Keeps the regional catalogues.</summary>
public static class RegionRoom
{
    public static readonly string[] Owns =
    [
        "CountryRole", "ThematicAxis", "Topic", "RegionalInstitution", "CommonIndicator", "CommonIndicatorStep", "CommonIndicatorDefinition", "CommonDefinitionStep", "RegionalIndicator",
        "Checklist", "ChecklistItem", "ChecklistFeature", "RegionalEvent", "SourceAnomaly", "FrameworkText", "ExchangeRate",
        "SavedComparison",
    ];

    /// <summary>Of countries only what their views say.</summary>
    public static readonly string[] Reads = ["Country", "ReportingCycle"];

    public static IServiceCollection AddRegionRoom(this IServiceCollection services) => services
        .AddScoped<ReadRegion>()
        .AddScoped<ReadFigures>()
        .AddScoped<ReadParts>()
        .AddScoped<ReadRegionBudget>()
        .AddScoped<ReadRegionChecklists>()
        .AddScoped<CompareCountries>()
        .AddScoped<ListComparisons>()
        .AddScoped<SaveComparison>()
        .AddScoped<ReadDefinitions>()
        .AddScoped<PreviewDefinition>()
        .AddScoped<SaveCommonDefinition>()
        .AddScoped<RetireCommonIndicator>()
        .AddScoped<SubjectTables>()
        .AddScoped<ComparisonWorkbook>()
        .AddScoped<ComparisonCsv>()
        .AddScoped<TidyValues>()
        .AddScoped<TidyFiles>();

    public static void MapRegionRoom(this IEndpointRouteBuilder routes) => routes.MapComparison();
}
