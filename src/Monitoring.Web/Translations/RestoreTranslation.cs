using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Translations;

/// <summary>Brings an earlier translation back, of an initiative's text.</summary>
public sealed class RestoreTranslation(Gate gate, SaveTranslation save) : Restorer
{
    public override string Subject => TranslationsRoom.Translation;

    public override Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct) =>
        RunAsync(gate, save, TranslationRow.One, country, id, earlier, ct);

    internal static async Task<SaveOutcome> RunAsync(Gate gate, SaveTranslation save, CountrySql read, CountryCode country, Guid id,
        IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        TranslationRow? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct)) now = await db.OneAsync<TranslationRow>(read, new { Id = id }, ct);
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(TranslationDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
    }
}

/// <summary>The same of a text of the country as a whole.</summary>
public sealed class RestoreCountryTranslation(Gate gate, SaveTranslation save) : Restorer
{
    public override string Subject => TranslationsRoom.CountryTranslation;

    public override Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct) =>
        RestoreTranslation.RunAsync(gate, save, CountryTranslations.One, country, id, earlier, ct);
}
