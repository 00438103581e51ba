using System.Globalization;
using Microsoft.AspNetCore.Components;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>A block from a spreadsheet and what it would do to the form.</summary>
public sealed partial class PastePanel
{
    /// <summary>Headings that are named as left out; the rest is a number.</summary>
    private const int MostNamed = 20;

    private string _text = "";
    private IReadOnlyList<string[]> _block = [];
    private (int Row, int Column) _anchor;
    private int _headRows, _headColumns;
    private CellReader? _asAnswered;
    private GridHeads? _heads;
    private IReadOnlyList<PasteCell>? _plan;
    private IReadOnlyList<Warning> _warnings = [];

    [Parameter, EditorRequired] public ValuesEdit Edit { get; set; } = default!;
    [Parameter, EditorRequired] public Func<CellKey, string> NameOf { get; set; } = default!;
    [Parameter, EditorRequired] public EventCallback OnTaken { get; set; }

    private static NumberNotation Mine => NumberRules.NotationOf(CultureInfo.CurrentCulture);

    private GridHeads Heads => _heads ??= GridHeads.Of(T, Words, Edit.Reader);

    private string LeftOut
    {
        get
        {
            var texts = _block.Take(_headRows).SelectMany(r => r).Concat(_block.Skip(_headRows).SelectMany(r => r.Take(_headColumns))).Where(t => t.Length > 0).ToList();
            return string.Join(" · ", texts.Take(MostNamed)) + (texts.Count > MostNamed ? " …" : "");
        }
    }

    // From the grid itself: "2,1" is the cell in which the block was pasted.
    private void Anchor(ChangeEventArgs e)
    {
        var parts = e.Value?.ToString()?.Split(',');
        _anchor = parts is [var row, var column] && int.TryParse(row, out var r) && int.TryParse(column, out var c) && r >= 0 && c >= 0 ? (r, c) : (0, 0);
    }

    private void Read(ChangeEventArgs e)
    {
        (_text, _plan, _asAnswered) = (e.Value?.ToString() ?? "", null, null);
        if (string.IsNullOrWhiteSpace(_text)) return;
        _block = ClipboardTable.Read(_text);
        var rows = Heads.Rows(_block);
        LeaveOut(rows, Heads.Columns(_block, rows));
    }

    private void LeaveOut(int rows, int columns)
    {
        (_headRows, _headColumns) = (rows, columns);
        Plan();
    }

    private void ReadAs(NumberNotation notation)
    {
        _asAnswered = Edit.Reader.As(notation);
        Plan();
    }

    private void Plan()
    {
        var plan = PasteRules.Plan(PasteRules.Body(_block, _headRows, _headColumns), _anchor.Row, _anchor.Column, Edit.Grid, _asAnswered ?? Edit.Reader, Edit.Reader, Edit.TextOf);
        var save = Edit.Judge(plan.Where(c => !c.Stops).ToDictionary(c => c.Cell!.Value, c => c.After!));
        _plan = PasteRules.Judged(plan, save);
        // Those of a cell of the block stand beside it.
        _warnings = [.. save.Warnings.Where(w => !_plan.Any(c => c.Cell == w.Cell))];
    }

    private Task TakeAsync()
    {
        foreach (var cell in _plan!.Where(c => c.Does is not PasteDoes.Keeps)) Edit.Set(cell.Cell!.Value, cell.After!);
        Leave();
        return OnTaken.InvokeAsync();
    }

    private void Leave() => (_text, _block, _plan, _warnings, _anchor) = ("", [], null, [], (0, 0));

    private string Show(CellText? text) => text is null || text.IsEmpty ? T["EmptyCell"] : text.Second.Length > 0 ? $"{text.First}/{text.Second}" : text.First;
}
