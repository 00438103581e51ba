namespace Monitoring.Web.Translations;

/// <summary>The narratives of a country in a second language: what is translated, what is out of date, what a reader is shown.</summary>
public static class TranslationsRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string Translation = "Translation";

    public static readonly string[] Owns = [Translation];
    public static readonly string[] Reads = ["Initiative", "InitiativeItem", "Result", "NextStep", "ValueMark", "FieldChange", "AuditLink"];

    public static IServiceCollection AddTranslationsRoom(this IServiceCollection services) => services
        .AddScoped<ReadTranslations>()
        .AddScoped<ListTranslationProgress>()
        .AddScoped<SaveTranslation>()
        .AddScoped<Audit.Restorer, RestoreTranslation>();
}
