using Monitoring.Web.Audit;

namespace Monitoring.Web.Indicators;

/// <summary>What is measured, and the values that were reported.</summary>
public static class IndicatorsRoom
{
    /// <summary>Tables, and their names in history.</summary>
    public const string Indicator = "Indicator", Measurement = "Measurement", CommonAnswer = "CommonIndicatorAnswer";

    public static readonly string[] Owns = [Indicator, "IndicatorDefinition", "IndicatorStep", Measurement, CommonAnswer];
    public static readonly string[] Reads = ["Initiative", "ReportingCycle", "CountryReport", "Snapshot", "FrozenMeasurement", "CommonIndicator", "CommonIndicatorDefinition", "CommonDefinitionStep", "Evidence", "CountryTranslation", "Commitment", "CountryStatement", "TimelineEvent", "ChecklistAnswer", "ValueMark", "FieldChange", "AuditLink"];

    public static IServiceCollection AddIndicatorsRoom(this IServiceCollection services) => services
        .AddScoped<ListIndicators>()
        .AddScoped<ReadIndicator>()
        .AddScoped<SaveValues>()
        .AddScoped<AddIndicator>()
        .AddScoped<SaveDefinition>()
        .AddScoped<RetireIndicator>()
        .AddScoped<ListCommonIndicators>()
        .AddScoped<SaveCommonAnswer>()
        .AddScoped<SaveMapping>()
        .AddScoped<Restorer, RestoreCommonAnswer>()
        .AddScoped<Restorer, RestoreDefinition>()
        .AddScoped<Restorer, RestoreMeasurement>();
}
