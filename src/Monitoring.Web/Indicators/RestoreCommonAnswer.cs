using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Indicators;

/// <summary>An earlier answer, given again: under the definition as it is now, or not at all.</summary>
public sealed class RestoreCommonAnswer(Gate gate, SaveCommonAnswer save) : Restorer
{
    public override string Subject => IndicatorsRoom.CommonAnswer;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        CommonAnswerRow? now;
        int? version = null;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct))
        {
            now = await db.OneAsync<CommonAnswerRow>(CommonAnswerRow.One, new { Id = id }, ct);
            if (now is not null) version = (await CommonStatements.CurrentAsync(db, now.CommonIndicatorCode, ct))?.VersionNo;
        }
        return now is null || version is null ? SaveOutcome.NotFound
            : (await save.RunAsync(country, Onto(CommonAnswerDraft.Of(now, version.Value), earlier) with { DefinitionVersion = version.Value }, ChangeAction.Restored, ct)).Outcome;
    }
}
