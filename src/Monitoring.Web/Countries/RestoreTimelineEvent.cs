using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Countries;

public sealed class RestoreTimelineEvent(Gate gate, SaveTimelineEvent save, RetireTimelineEvent retire) : Restorer
{
    public override string Subject => CountriesRoom.Event;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct) =>
        await NowAsync<TimelineEventRow>(gate, country, TimelineEventRow.One, id, ct) is { } now
            ? (await save.RunAsync(country, Onto(TimelineEventDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome : SaveOutcome.NotFound;

    public override async Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) =>
        await NowAsync<TimelineEventRow>(gate, country, TimelineEventRow.One, id, ct) switch
        {
            null => SaveOutcome.NotFound,
            { RetiredAt: null } => SaveOutcome.Saved,
            var now => (await retire.RestoreAsync(country, now, ct)).Outcome,
        };
}
