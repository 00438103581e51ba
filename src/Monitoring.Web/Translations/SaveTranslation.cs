using Monitoring.Data;

namespace Monitoring.Web.Translations;

/// <summary>
/// Writes the translation of a text, or confirms one: an unchanged text over the original as it is now. Who may edit the text may
/// translate it, and while the report is on its way nobody does either.
/// </summary>
public sealed class SaveTranslation(Gate gate)
{
    public async Task<Saved<TranslationRow>> RunAsync(CountryCode country, TranslationDraft draft, ChangeAction action = ChangeAction.Edited,
        CancellationToken ct = default)
    {
        if (TranslationRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        // The right is asked of who may edit the original.
        await using var db = draft.InitiativeId is { } initiative
            ? await gate.EditAsync(country, May.EditInitiative, initiative, ct)
            : await gate.EditAsync(country, May.EditCountry, ct: ct);
        var (originals, read, insert, update, subject) = draft.InitiativeId is null
            ? (OriginalText.OneOfCountry, CountryTranslations.One, CountryTranslations.Insert, CountryTranslations.Update, TranslationsRoom.CountryTranslation)
            : (OriginalText.One, TranslationRow.One, Insert, Update, TranslationsRoom.Translation);
        // It was asked for the initiative that the draft names, or for the country: the text has to hang on that one, and to be in the other language.
        var original = await db.OneAsync<OriginalText>(originals, draft, ct);
        if (original is null || original.Language == draft.Language || draft.Id != TranslationRules.IdOf(draft.SubjectId, draft.Field, draft.Language))
            return Saved.NotFound;
        var now = await db.OneAsync<TranslationRow>(read, draft, ct);
        if (now is null && draft.Version == 0) return await db.AddAsync<TranslationRow>(read, insert, draft, subject, t => t.Label, ct);
        return await db.SaveAsync<TranslationRow>(read, update, draft, subject, t => t.Label, action, ct: ct);
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Translation (Country, Id, InitiativeId, Subject, SubjectId, Field, Language, Text, HowMade, SourceText, Mark, Version, ChangedAt,
               ChangedBy)
        values (@Country, @Id, @InitiativeId, @Subject, @SubjectId, @Field, @Language, @Text, @HowMade, @SourceText, 'Reported', 1, @Now, @Person)
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update Translation
           set Text = @Text, HowMade = @HowMade, SourceText = @SourceText, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and SubjectId = @SubjectId and Field = @Field and Language = @Language
        """);
}
