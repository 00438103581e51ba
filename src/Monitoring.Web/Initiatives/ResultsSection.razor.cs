using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Results to date, by theme where the country uses themes; a fact printed twice counts once.</summary>
public sealed partial class ResultsSection
{
    private Edit<ResultRow, ResultDraft>? _edit;
    private bool _wasOpened;

    /// <summary>The address asked for the form itself.</summary>
    [Parameter] public bool IsOpen { get; set; }

    private string Count
    {
        get
        {
            var all = Sheet.Results.Count;
            var distinct = Sheet.Results.Count(r => r.DuplicateOf is null);
            return all == distinct ? T["ResultCount", all] : T["ResultCountDistinct", all, distinct];
        }
    }

    protected override void OnParametersSet()
    {
        if (!IsOpen || _wasOpened || !Sheet.MayEdit) return;
        _wasOpened = true;
        Add();
    }

    private void Add() => _edit = Begin(null);

    private void Change(ResultRow result) => _edit = Begin(result);

    private void TakeUp(KeptDraft draft) => _edit = Begin(Sheet.Results.FirstOrDefault(r => r.Id == draft.SubjectId)).TakeUp(draft);

    private Edit<ResultRow, ResultDraft> Begin(ResultRow? result) => result is null
        ? new(null, new ResultDraft { InitiativeId = Initiative.Id })
        : new(result, ResultDraft.Of(result));

    private void Close() => _edit = null;

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Edits.SaveAsync(Country, d)) is not { } saved) return;
        // As it was under this save: after a conflict that is the other person's, and undo must not take theirs back too.
        var before = _edit.Seen;
        _edit = null;
        await OnDone.InvokeAsync(before is null
            ? new Done(T["ResultAdded", saved.Code], async () => (await Edits.RetireAsync(Country, saved)).Ok)
            : new Done(T["ResultSaved", saved.Code], async () =>
                (await Edits.SaveAsync(Country, ResultDraft.Of(before) with { Version = saved.Version }, ChangeAction.Restored)).Ok));
    }

    private async Task MoveAsync(ResultRow result, bool up)
    {
        try
        {
            if (await Edits.MoveAsync(Country, result, up) is { Ok: true, Row: { } moved })
                await FollowAsync(new Done(T["ItemMoved"], async () => (await Edits.MoveAsync(Country, moved, !up)).Ok), "result-" + result.Code, up);
            else await OnDone.InvokeAsync(new Done(T["ChangedMeanwhile"]));
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            await OnDone.InvokeAsync(new Done(T["NotDone"]));
        }
    }

    private async Task RetireAsync(ResultRow result)
    {
        try
        {
            var saved = await Edits.RetireAsync(Country, result);
            await OnDone.InvokeAsync(saved is { Ok: true, Row: { } retired }
                ? new Done(T["ResultRetired", result.Code], async () => (await Edits.RestoreAsync(Country, retired)).Ok)
                : new Done(T["ChangedMeanwhile"]));
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            await OnDone.InvokeAsync(new Done(T["NotDone"]));
        }
    }
}
