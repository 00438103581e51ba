using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Stage, its note and the outlook, read and edited in one place.</summary>
public sealed partial class StatusSection
{
    private Edit<InitiativeRow, StatusDraft>? _edit;
    private bool _wasOpened;

    /// <summary>The address asked for the form itself.</summary>
    [Parameter] public bool IsOpen { get; set; }

    protected override void OnParametersSet()
    {
        if (!IsOpen || _wasOpened || !Sheet.MayEdit) return;
        _wasOpened = true;
        Open();
    }

    private void Open() => _edit = new Edit<InitiativeRow, StatusDraft>(Initiative, StatusDraft.Of(Initiative));

    private void TakeUp(KeptDraft draft) => _edit = new Edit<InitiativeRow, StatusDraft>(Initiative, StatusDraft.Of(Initiative)).TakeUp(draft);

    private void Close() => _edit = null;

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Save.RunAsync(Country, d)) is not { } saved) return;
        // As it was under this save: after a conflict that is the other person's, and undo must not take theirs back too.
        var before = _edit.Seen!;
        _edit = null;
        if (saved.Version == before.Version)
        {
            await OnDone.InvokeAsync(new Done(T["NothingChanged"]));
            return;
        }
        await OnDone.InvokeAsync(new Done(T["StatusSaved"], async () =>
            (await Save.RunAsync(Country, StatusDraft.Of(before) with { Version = saved.Version }, ChangeAction.Restored)).Ok));
    }
}
