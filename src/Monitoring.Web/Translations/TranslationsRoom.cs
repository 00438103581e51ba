namespace Monitoring.Web.Translations;

/// <summary>The narratives of a country in a second language: what is translated, what is out of date, what a reader is shown.</summary>
public static class TranslationsRoom
{
    /// <summary>Tables, and their names in history.</summary>
    public const string Translation = "Translation", CountryTranslation = "CountryTranslation";

    public static readonly string[] Owns = [Translation, CountryTranslation];
    public static readonly string[] Reads =
        ["Initiative", "InitiativeItem", "Result", "NextStep", "Commitment", "CommitmentInitiative", "Indicator", "IndicatorDefinition", "CountryStatement", "TimelineEvent", "ChecklistAnswer", "ValueMark", "FieldChange", "AuditLink"];

    public static IServiceCollection AddTranslationsRoom(this IServiceCollection services) => services
        .AddScoped<ReadTranslations>()
        .AddScoped<ListTranslationProgress>()
        .AddScoped<SaveTranslation>()
        .AddScoped<Audit.Restorer, RestoreTranslation>()
        .AddScoped<Audit.Restorer, RestoreCountryTranslation>();
}
