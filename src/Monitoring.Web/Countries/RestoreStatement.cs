using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Countries;

public sealed class RestoreStatement(Gate gate, SaveStatement save, RetireStatement retire) : Restorer
{
    public override string Subject => CountriesRoom.Statement;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct) =>
        await NowAsync<StatementRow>(gate, country, StatementRow.One, id, ct) is { } now
            ? (await save.RunAsync(country, Onto(StatementDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome : SaveOutcome.NotFound;

    public override async Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) =>
        await NowAsync<StatementRow>(gate, country, StatementRow.One, id, ct) switch
        {
            null => SaveOutcome.NotFound,
            { RetiredAt: null } => SaveOutcome.Saved,
            var now => (await retire.RestoreAsync(country, now, ct)).Outcome,
        };
}
