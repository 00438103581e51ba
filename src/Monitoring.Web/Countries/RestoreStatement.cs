using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Countries;

public sealed class RestoreStatement(Gate gate, SaveStatement save) : Restorer
{
    public override string Subject => CountriesRoom.Statement;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        StatementRow? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct)) now = await db.OneAsync<StatementRow>(StatementRow.One, new { Id = id }, ct);
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(StatementDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
    }
}
