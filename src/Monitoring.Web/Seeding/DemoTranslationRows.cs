using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Seeding;

/// <summary>Translations of the demo: nobody of a country has made them, and each is marked.</summary>
internal static class DemoTranslationRows
{
    private const string Spanish = "es";

    private static readonly CountrySql Add = CountrySql.Of("""
        insert into Translation (Country, Id, InitiativeId, Subject, SubjectId, Field, Language, Text, HowMade, SourceText, Mark, Version, ChangedAt,
               ChangedBy)
        values (@Country, @Id, @InitiativeId, @Subject, @SubjectId, @Field, @Language, @Text, @HowMade, @SourceText, 'Illustrative', 1, @Now, @Person)
        """);

    private static readonly CountrySql AddOfCountry = CountrySql.Of("""
        insert into CountryTranslation (Country, Id, Subject, SubjectId, Field, Language, Text, HowMade, SourceText, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Subject, @SubjectId, @Field, @Language, @Text, @HowMade, @SourceText, 'Illustrative', 1, @Now, @Person)
        """);

    public static async Task StageAsync(CountryEdit db, DemoFile demo, ReportFile report, CancellationToken ct)
    {
        foreach (var translation in demo.Translations.Where(t => t.Initiative is { } code ? report.Initiative(code, null) == db.Country : t.Country == db.Country))
        {
            var texts = translation.Initiative is { } of
                ? await db.ListAsync<OriginalText>(OriginalText.OfInitiative, new { InitiativeId = InitiativeRows.IdOf(db.Country, of) }, ct)
                : await db.ListAsync<OriginalText>(OriginalText.OfCountry, null, ct);
            var label = translation.Fact ?? translation.Initiative;
            var original = texts.SingleOrDefault(t => t.Label == label && t.Field == translation.Field)
                ?? throw new SeedException($"{DemoFile.Name}: {label} has no {translation.Field} to translate.");
            var row = new
            {
                Id = TranslationRules.IdOf(original.SubjectId, original.Field, Spanish),
                original.InitiativeId,
                original.Subject,
                original.SubjectId,
                original.Field,
                Language = Spanish,
                translation.Text,
                HowMade = translation.Made,
                SourceText = translation.Was ?? original.Text,
            };
            await db.StageAsync(original.InitiativeId is null ? AddOfCountry : Add, row, ct);
        }
    }
}
