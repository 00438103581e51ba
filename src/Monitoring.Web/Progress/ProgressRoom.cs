using Monitoring.Data;
using Monitoring.Web.Access;

namespace Monitoring.Web.Progress;

/// <summary>What donors read: published pages without a circuit, and the same figures as a file.</summary>
public static class ProgressRoom
{
    /// <summary>Nothing is written here.</summary>
    public static readonly string[] Owns = [];

    /// <summary>Published views, and these that belong to no country; the door takes nothing else.</summary>
    public static readonly string[] Reads = ["Country", "CountryRole", "ThematicAxis", "Topic", "CommonIndicator", "CommonIndicatorDefinition", "CommonDefinitionStep", "SourceAnomaly"];

    public static IServiceCollection AddProgressRoom(this IServiceCollection services) => services
        .AddScoped<ReadOverview>()
        .AddScoped<ReadCountryProgress>()
        .AddScoped<ReadInitiativeProgress>()
        .AddScoped<DownloadFigures>();

    public static void MapProgressRoom(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/progress/figures.csv", async (DownloadFigures download, CancellationToken ct) =>
            Results.File(await download.RunAsync(ct), "text/csv; charset=utf-8", "figures.csv")).For(May.ReadProgress);
}
