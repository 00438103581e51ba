using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Indicators;

/// <summary>An earlier definition is the next version, like any other change of it.</summary>
public sealed class RestoreDefinition(Gate gate, SaveDefinition save, SaveMapping map) : Restorer
{
    public override string Subject => IndicatorsRoom.Indicator;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        IndicatorRow? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct))
        {
            now = await db.OneAsync<IndicatorRow>(IndicatorRow.One, new { Id = id }, ct);
            if (now is not null) now = now.With(await db.ListAsync<string>(ReadIndicator.Steps, new { Id = id, DefinitionNo = now.CurrentDefinition }, ct));
        }
        if (now is null) return SaveOutcome.NotFound;
        // What it feeds is no part of the definition, and changed in an operation of its own.
        if (earlier.TryGetValue(nameof(MappingDraft.CommonIndicatorCode), out var common))
            return (await map.RunAsync(country, MappingDraft.Of(now, common), now.InitiativeId, ChangeAction.Restored, ct)).Outcome;
        return (await save.RunAsync(country, Onto(DefinitionDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
    }
}
