using System.Globalization;
using Microsoft.AspNetCore.Components;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>The cells of one period as one plain form, filled like a spreadsheet.</summary>
public sealed partial class ValuesForm
{
    /// <summary>Its cells are fields of it by their ids, and kept as they are typed.</summary>
    public const string FormId = "values-form";

    private EditFrame _frame = default!;
    private bool _reasonIsThere;

    [Parameter, EditorRequired] public ValuesEdit Edit { get; set; } = default!;
    [Parameter, EditorRequired] public CountryCode Country { get; set; }

    /// <summary>Why the period is locked and what follows from it; null while it is open.</summary>
    [Parameter] public string? Lock { get; set; }
    [Parameter, EditorRequired] public EventCallback<Done> OnSaved { get; set; }
    [Parameter, EditorRequired] public EventCallback OnCancel { get; set; }

    private IndicatorSheet Sheet => Edit.Sheet;

    private IndicatorKind Kind => Sheet.Indicator.Kind;

    private bool IsRatio => Kind is IndicatorKind.Ratio;

    private CellGrid Grid => Edit.Grid;

    // The only cell where there is no breakdown.
    private CellKey Whole => CellKey.TotalOf(Edit.Group);

    // A rung or a milestone is chosen from a list, not typed.
    private bool IsChosen => Kind is IndicatorKind.Milestone or IndicatorKind.Ladder;

    private string PeriodName => Edit.Period.Text ?? T["PeriodNotStated"];

    private IEnumerable<(string Value, string Word)> Answers =>
    [
        .. Kind is IndicatorKind.Milestone ? [(CellReader.Yes, T["Reached"].Value), (CellReader.No, T["NotReached"].Value)] : Sheet.Steps.Select(s => (s, s)),
        (Edit.Reader.Words.NotCollected, Words.For(ValueState.NotCollected)), (Edit.Reader.Words.NotApplicable, Words.For(ValueState.NotApplicable)),
    ];

    // The frame knows of the field for the reason only once that is there; until then its problem would be told twice.
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _frame.Fields.UnionWith(Edit.Places.Select(p => p.Field));
        if (_reasonIsThere == Edit.NeedsReason) return;
        _reasonIsThere = Edit.NeedsReason;
        StateHasChanged();
    }

    private static string IdOf(CellKey cell, int part) => $"{FormId}-{ValuesEdit.FieldOf(cell, part)}";

    private string CellName(CellKey cell) => CellNames.Of(cell, T, Words);

    // A field of the frame is the slug of a cell of this grid, or the reason.
    private string NameOf(string field) => Grid.Cells.Where(c => c.Slug == field).Select(CellName).FirstOrDefault() ?? T["Field." + field];

    // Built here once for every cell: forty components would cost more than they say.
    private RenderFragment Input(CellKey cell, int row, int column) => builder =>
    {
        var part = column % Grid.Width;
        var hasProblem = Edit.CellProblems.ContainsKey(cell);
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "id", IdOf(cell, part));
        builder.AddAttribute(2, "type", "text");
        builder.AddAttribute(3, "autocomplete", "off");
        builder.AddAttribute(4, "data-row", row);
        builder.AddAttribute(5, "data-col", column);
        builder.AddAttribute(6, "aria-label", IsRatio ? $"{CellName(cell)}, {T[part == 0 ? "Numerator" : "Denominator"]}" : CellName(cell));
        builder.AddAttribute(7, "aria-invalid", hasProblem ? "true" : null);
        builder.AddAttribute(8, "aria-describedby", hasProblem ? IdOf(cell, 0) + "-problem" : null);
        builder.AddAttribute(9, "value", part == 0 ? Edit.TextOf(cell).First : Edit.TextOf(cell).Second);
        builder.AddAttribute(10, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, e => Set(cell, part, e)));
        builder.CloseElement();
    };

    private void Set(CellKey cell, int part, ChangeEventArgs typed)
    {
        var (now, text) = (Edit.TextOf(cell), typed.Value?.ToString()?.Trim() ?? "");
        Edit.Set(cell, part == 0 ? now with { First = text } : now with { Second = text });
    }

    private Task Choose(ChosenNumber chosen)
    {
        var (now, text) = (Edit.TextOf(chosen.Cell), NumberRules.Write(chosen.Number, NumberRules.NotationOf(CultureInfo.CurrentCulture)));
        var part = chosen.Field == nameof(CellValue.Denominator) ? 1 : 0;
        Edit.Set(chosen.Cell, part == 1 ? now with { Second = text } : now with { First = text });
        return _frame.KeepAsync(ValuesEdit.FieldOf(chosen.Cell, part), text);
    }

    // What a block put into cells was typed nowhere.
    private async Task KeepAllAsync()
    {
        foreach (var (field, text) in Edit.Typed.ToList()) await _frame.KeepAsync(field, text);
    }

    private async Task SaveAsync()
    {
        if (await Edit.SaveAsync(d => Save.RunAsync(Country, d)) is not { } written) return;
        var back = Edit.Undo;
        await OnSaved.InvokeAsync(written == 0 ? new Done(T["NothingChanged"]) : new Done(T["ValuesSaved", written], () => UndoAsync(back)));
    }

    // Only while each of the cells is still what was saved: what somebody wrote since stays.
    private async Task<bool> UndoAsync(IReadOnlyDictionary<CellKey, (CellValue? Before, CellValue? After)> cells)
    {
        if (await Read.RunAsync(Country, Sheet.Indicator.Code) is not { } now || now.Indicator.CurrentDefinition != Sheet.Indicator.CurrentDefinition) return false;
        var rows = now.Of(Edit.Period).ToDictionary(v => v.Cell);
        if (cells.Any(c => c.Value.After != (rows.TryGetValue(c.Key, out var row) ? CellValue.Of(row) : null))) return false;
        var entries = cells.Select(c => new CellEntry(c.Key, rows.GetValueOrDefault(c.Key)?.Version ?? 0, c.Value.Before)).ToList();
        return (await Save.RunAsync(Country, Edit.DraftOf(entries), ChangeAction.Restored)).Outcome is SaveOutcome.Saved;
    }
}
