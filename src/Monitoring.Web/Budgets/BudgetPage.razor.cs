using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Budgets;

/// <summary>The country's budget lines: read, added, changed and taken out in place.</summary>
public sealed partial class BudgetPage
{
    private Load<Budget> _budget = Load.Waiting<Budget>();
    private Edit<BudgetLineRow, BudgetLineDraft>? _edit;
    private Done? _done;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary><c>usd</c> shows the amounts in US dollars beside their own currency.</summary>
    [SupplyParameterFromQuery] private string? In { get; set; }

    protected override Task OnParametersSetAsync() => _budget is Load<Budget>.Ready ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync() => _budget = await AskAsync<Budget>(async () =>
        In is null or "usd" ? await List.RunAsync(Here) : throw new UnknownChoiceException("in", In));

    private void Add() => _edit = new Edit<BudgetLineRow, BudgetLineDraft>(null, new BudgetLineDraft { FiscalYear = Clock.Today().Year });

    private void Change(BudgetLineRow line) => _edit = new Edit<BudgetLineRow, BudgetLineDraft>(line, BudgetLineDraft.Of(line));

    private async Task SaveAsync(string? reason)
    {
        if (await _edit!.SaveAsync(d => Edits.SaveAsync(Here, d, reason)) is not { } saved) return;
        var before = _edit.Seen;
        _edit = null;
        _done = before is null ? new Done(T["LineAdded", saved.Label], async () => (await Edits.RetireAsync(Here, saved)).Ok)
            : saved.Version == before.Version ? new Done(T["NothingChanged"])
            : new Done(T["LineSaved", saved.Label], async () => (await Edits.UndoAsync(Here, before, saved)).Ok);
        await LoadAsync();
    }

    private async Task RetireAsync(BudgetLineRow line)
    {
        try
        {
            _done = await Edits.RetireAsync(Here, line) is { Row: { } retired, Ok: true }
                ? new Done(T["LineRetired", line.Label], async () => (await Edits.RestoreAsync(Here, retired)).Ok)
                : new Done(T["ChangedMeanwhile"]);
        }
        catch (Exception e) when (e is DatabaseUnavailableException or AccessRefusedException)
        {
            _done = new Done(T["NotDone"]);
        }
        await LoadAsync();
    }
}
