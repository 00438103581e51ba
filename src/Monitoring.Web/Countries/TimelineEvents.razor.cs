using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Layout;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Countries;

/// <summary>The events of the country's timeline, the first first; added, changed and taken out in place.</summary>
public sealed partial class TimelineEvents
{
    private Edit<TimelineEventRow, TimelineEventDraft>? _edit;

    [Parameter, EditorRequired] public CountryHome Home { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter, EditorRequired] public EventCallback<Done> OnDone { get; set; }

    private void Begin(TimelineEventRow? seen) => _edit = Of(seen);

    private void TakeUp(KeptDraft kept) => _edit = Of(Home.Events.FirstOrDefault(e => e.Id == kept.SubjectId)).TakeUp(kept);

    private Edit<TimelineEventRow, TimelineEventDraft> Of(TimelineEventRow? seen) =>
        new(seen, seen is null ? new TimelineEventDraft { ContentLanguage = Home.UsualLanguage ?? ReadersLanguage.Current } : TimelineEventDraft.Of(seen));

    private void Close() => _edit = null;

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Save.RunAsync(Country, d)) is not { } saved) return;
        // As it was under this save: after a conflict that is the other person's, and undo must not take theirs back too.
        var before = _edit.Seen;
        _edit = null;
        await OnDone.InvokeAsync(before is null ? new Done(T["EventAdded", saved.HappenedText], async () => (await Retire.RunAsync(Country, saved)).Ok)
            : saved.Version == before.Version ? new Done(T["NothingChanged"])
            : new Done(T["EventSaved", saved.HappenedText], async () => (await Save.RunAsync(Country, TimelineEventDraft.Of(before) with { Version = saved.Version }, ChangeAction.Restored)).Ok));
    }

    private async Task RetireAsync(TimelineEventRow happened)
    {
        try
        {
            await OnDone.InvokeAsync(await Retire.RunAsync(Country, happened) switch
            {
                { Ok: true, Row: { } retired } => new Done(T["EventRetired", happened.HappenedText], async () => (await Retire.RestoreAsync(Country, retired)).Ok),
                { Problem: { } problem } => new Done(Shared[problem.TextKey, problem.Values]),
                _ => new Done(T["ChangedMeanwhile"]),
            });
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            await OnDone.InvokeAsync(new Done(T["NotDone"]));
        }
    }
}
