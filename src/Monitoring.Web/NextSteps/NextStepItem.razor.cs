using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.NextSteps;

/// <summary>One next step wherever it is listed: read, marked done in one click, edited in place.</summary>
public sealed partial class NextStepItem
{
    private Edit<NextStepRow, NextStepDraft>? _edit;
    private bool _wasOpened;

    [Parameter, EditorRequired] public NextStepRow Step { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }
    [Parameter, EditorRequired] public bool MayEdit { get; set; }
    [Parameter, EditorRequired] public EventCallback<Done> OnDone { get; set; }

    /// <summary>Of its text, where the list knows the marks of single fields.</summary>
    [Parameter] public Mark? Mark { get; set; }

    /// <summary>Away from its fact sheet the step leads there.</summary>
    [Parameter] public bool LinksToSheet { get; set; }

    /// <summary>The text as the reader is shown it; null: as it was written.</summary>
    [Parameter] public Narrative? Text { get; set; }
    [Parameter] public bool MayRetire { get; set; }

    /// <summary>Where the list has an order that people choose; null at that end of it.</summary>
    [Parameter] public Func<Task>? OnUp { get; set; }
    [Parameter] public Func<Task>? OnDown { get; set; }
    [Parameter] public IReadOnlyList<string>? Institutions { get; set; }

    [Parameter] public IReadOnlyList<string>? People { get; set; }

    /// <summary>The address asked for the form itself.</summary>
    [Parameter] public bool IsOpen { get; set; }

    private Mark TextMark => Mark ?? Step.Mark;

    private Due DueIs => NextStepRules.DueOf(Step.Status, Step.DueOn, Clock.Today());

    private string Href => $"/{Country.Slug}/initiatives/{Step.InitiativeCode}#step-{Step.Code}";

    private Tone ToneOf => Step.Status switch
    {
        NextStepStatus.Done => Tone.Good,
        NextStepStatus.Dropped => Tone.Neutral,
        _ when DueIs is Due.Overdue => Tone.Bad,
        NextStepStatus.UnderWay => Tone.Info,
        _ => Tone.Neutral,
    };

    protected override void OnParametersSet()
    {
        if (!IsOpen || _wasOpened || !MayEdit) return;
        _wasOpened = true;
        Open();
    }

    private void Open() => _edit = new Edit<NextStepRow, NextStepDraft>(Step, NextStepDraft.Of(Step));

    private void TakeUp(KeptDraft draft) => _edit = new Edit<NextStepRow, NextStepDraft>(Step, NextStepDraft.Of(Step)).TakeUp(draft);

    private void Close() => _edit = null;

    private async Task SaveAsync(string? reason)
    {
        if (await _edit!.SaveAsync(d => Edits.SaveAsync(Country, d, reason)) is not { } saved) return;
        // As it was under this save: after a conflict that is the other person's, and undo must not take theirs back too.
        var before = _edit.Seen!;
        _edit = null;
        await OnDone.InvokeAsync(new Done(T["StepSaved", saved.Code], async () => (await Edits.UndoAsync(Country, before, saved)).Ok));
    }

    private Task MarkDoneAsync()
    {
        var before = Step;
        return TellAsync(() => Edits.MarkDoneAsync(Country, before),
            saved => new Done(T["StepDone", saved.Code], async () => (await Edits.UndoAsync(Country, before, saved)).Ok));
    }

    private Task RetireAsync() => TellAsync(() => Edits.RetireAsync(Country, Step),
        saved => new Done(T["StepRetired", saved.Code], async () => (await Edits.RestoreAsync(Country, saved)).Ok));

    // One click without a form: what stops it is told, and the list is read again as it is now.
    private async Task TellAsync(Func<Task<Saved<NextStepRow>>> act, Func<NextStepRow, Done> done)
    {
        try
        {
            await OnDone.InvokeAsync(await act() is { Ok: true, Row: { } row } ? done(row) : new Done(T["ChangedMeanwhile"]));
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            await OnDone.InvokeAsync(new Done(T["NotDone"]));
        }
    }
}
