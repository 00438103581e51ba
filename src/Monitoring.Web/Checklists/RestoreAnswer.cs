using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Checklists;

public sealed class RestoreAnswer(Gate gate, SaveAnswer save) : Restorer
{
    public override string Subject => ChecklistsRoom.ChecklistAnswer;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        AnswerRow? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct)) now = await db.OneAsync<AnswerRow>(AnswerRow.One, new { Id = id }, ct);
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(AnswerDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
    }
}
