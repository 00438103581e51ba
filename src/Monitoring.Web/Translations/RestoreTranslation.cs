using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Translations;

public sealed class RestoreTranslation(Gate gate, SaveTranslation save) : Restorer
{
    public override string Subject => TranslationsRoom.Translation;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        TranslationRow? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct)) now = await db.OneAsync<TranslationRow>(TranslationRow.One, new { Id = id }, ct);
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(TranslationDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
    }
}
