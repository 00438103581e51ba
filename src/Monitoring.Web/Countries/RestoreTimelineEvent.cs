using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Countries;

public sealed class RestoreTimelineEvent(Gate gate, SaveTimelineEvent save) : Restorer
{
    public override string Subject => CountriesRoom.Event;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        TimelineEventRow? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct)) now = await db.OneAsync<TimelineEventRow>(TimelineEventRow.One, new { Id = id }, ct);
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(TimelineEventDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
    }
}
