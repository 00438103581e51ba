using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Countries;

/// <summary>Adds an event to a country's timeline, or changes it.</summary>
public sealed class SaveTimelineEvent(Gate gate, TimeProvider clock)
{
    public async Task<Saved<TimelineEventRow>> RunAsync(CountryCode country, TimelineEventDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (StatementRules.Problem(draft, clock.Today()) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        if (draft.Version == 0) return await db.AddAsync<TimelineEventRow>(TimelineEventRow.One, Insert, draft, CountriesRoom.Event, e => e.HappenedText, ct);
        if (await db.OneAsync<TimelineEventRow>(TimelineEventRow.One, draft, ct) is not { RetiredAt: null } now) return Saved.NotFound;
        return await db.SaveAsync<TimelineEventRow>(TimelineEventRow.One, Update, draft.Over(now), CountriesRoom.Event, e => e.HappenedText, action, ct: ct);
    }

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into TimelineEvent (Country, Id, HappenedText, HappenedOn, Text, ContentLanguage, Position, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @Id, @HappenedText, @HappenedOn, @Text, @ContentLanguage, coalesce(max(p.Position), 0) + 1, 'Reported', 1, @Now, @Person
          from TimelineEvent p
         where p.Country = @Country
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update TimelineEvent
           set HappenedText = @HappenedText, HappenedOn = @HappenedOn, Text = @Text, ContentLanguage = @ContentLanguage,
               Mark = case when @IsReworded = 1 then 'Reported' else Mark end, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
