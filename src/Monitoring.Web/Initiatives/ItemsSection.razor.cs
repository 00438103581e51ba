using System.Globalization;
using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Drafts;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>One list section of the fact sheet: texts in an order, added, changed, moved and retired in place.</summary>
public sealed partial class ItemsSection
{
    private Edit<ItemRow, ItemDraft>? _edit;
    private Guid? _linking;

    [Parameter, EditorRequired] public Section Of { get; set; }

    private IReadOnlyList<ItemRow> Items => Sheet.Items[Of].ToList();

    private bool MayChange => Sheet.MayEdit;

    private bool IsOrdered => Of is Section.Phase or Section.JourneyStep;

    // Who, when and what kind belong to what is done or paid; an objective is a sentence.
    private bool HasDetails => Of is Section.Phase or Section.Component or Section.JourneyStep or Section.RelatedProduct or Section.ImprovementNeed or Section.BudgetFact;

    private static string Brief(ItemRow item) => item.Text.Length <= 60 ? item.Text : item.Text[..(char.IsHighSurrogate(item.Text[59]) ? 59 : 60)] + "…";

    private static string? Detail(ItemRow item)
    {
        string?[] parts = [item.Responsible, item.ItemYear?.ToString(CultureInfo.InvariantCulture), item.Detail];
        var given = string.Join(", ", parts.Where(p => p is not null));
        return given.Length == 0 ? null : given;
    }

    private void Add() => _edit = Begin(null);

    private void Change(ItemRow item) => _edit = Begin(item);

    private void TakeUp(KeptDraft draft) => _edit = Begin(Items.FirstOrDefault(i => i.Id == draft.SubjectId)).TakeUp(draft);

    private Edit<ItemRow, ItemDraft> Begin(ItemRow? item) => item is null
        ? new(null, new ItemDraft { InitiativeId = Initiative.Id, Section = Of })
        : new(item, ItemDraft.Of(item));

    private void Close() => _edit = null;

    private async Task SaveAsync()
    {
        if (await _edit!.SaveAsync(d => Edits.SaveAsync(Country, d)) is not { } saved) return;
        // As it was under this save: after a conflict that is the other person's, and undo must not take theirs back too.
        var before = _edit.Seen;
        _edit = null;
        await OnDone.InvokeAsync(new Done(T["ItemSaved"], async () => before is null
            ? (await Edits.RetireAsync(Country, saved)).Ok
            : (await Edits.SaveAsync(Country, ItemDraft.Of(before) with { Version = saved.Version }, ChangeAction.Restored)).Ok));
    }

    private async Task RetireAsync(ItemRow item)
    {
        var saved = await TryAsync(() => Edits.RetireAsync(Country, item));
        if (saved?.Row is { } retired)
            await OnDone.InvokeAsync(new Done(T["ItemRetired"], async () => (await Edits.RestoreAsync(Country, retired)).Ok));
    }

    private async Task MoveAsync(ItemRow item, bool up)
    {
        if (await TryAsync(() => Edits.MoveAsync(Country, item, up)) is { Row: { } moved })
            await FollowAsync(new Done(T["ItemMoved"], async () => (await Edits.MoveAsync(Country, moved, !up)).Ok), $"item-{item.Id}", up);
    }

    // One click without a form: what stops it is told, and the list is read again as it is now.
    private async Task<Saved<ItemRow>?> TryAsync(Func<Task<Saved<ItemRow>>> act)
    {
        try
        {
            if (await act() is { Ok: true } saved) return saved;
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            await OnDone.InvokeAsync(new Done(T["NotDone"]));
            return null;
        }
        await OnDone.InvokeAsync(new Done(T["ChangedMeanwhile"]));
        return null;
    }
}
