using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Countries;

/// <summary>Takes an event of a country's timeline out of use, or brings it back. It stays in history.</summary>
public sealed class RetireTimelineEvent(Gate gate, TimeProvider clock)
{
    public Task<Saved<TimelineEventRow>> RunAsync(CountryCode country, TimelineEventRow row, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Of(row, clock), ChangeAction.Retired, ct);

    public Task<Saved<TimelineEventRow>> RestoreAsync(CountryCode country, TimelineEventRow row, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Undo(row), ChangeAction.Restored, ct);

    private async Task<Saved<TimelineEventRow>> SaveAsync(CountryCode country, RetireDraft draft, ChangeAction action, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        return await db.SaveAsync<TimelineEventRow>(TimelineEventRow.One, Update, draft, CountriesRoom.Event, r => r.HappenedText, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update TimelineEvent
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
