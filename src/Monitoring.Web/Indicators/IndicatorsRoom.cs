namespace Monitoring.Web.Indicators;

/// <summary>What is measured, and the values that were reported.</summary>
public static class IndicatorsRoom
{
    public static readonly string[] Owns = ["Indicator", "IndicatorDefinition", "IndicatorStep", "Measurement", "CommonIndicatorAnswer"];
    public static readonly string[] Reads = ["Initiative"];

    public static IServiceCollection AddIndicatorsRoom(this IServiceCollection services) => services.AddScoped<ListIndicators>();
}
