using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>What a pasted cell will do.</summary>
public enum PasteDoes { Adds, Changes, Empties, Keeps, CannotBeRead, IsRefused, IsOutside }

/// <summary>One cell of a pasted block: where it goes, what stands there and what would.</summary>
public sealed record PasteCell(CellKey? Cell, string Text, CellText? Before, CellText? After, PasteDoes Does, Problem? Problem = null)
{
    /// <summary>It may mean other numbers: asked once for the whole block.</summary>
    public IReadOnlyList<decimal>? Choices { get; init; }

    /// <summary>What is odd about it: it may be taken, and saving asks why.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Does it keep the block from being taken?</summary>
    public bool Stops => Does is PasteDoes.CannotBeRead or PasteDoes.IsRefused or PasteDoes.IsOutside;
}

/// <summary>A block copied from a spreadsheet, cell by cell.</summary>
public static class PasteRules
{
    /// <summary>A block without the headings that it brought along.</summary>
    public static IReadOnlyList<string[]> Body(IReadOnlyList<string[]> block, int headRows, int headColumns) =>
        [.. block.Skip(headRows).Select(line => line.Skip(headColumns).ToArray())];

    /// <summary>
    /// Puts a block on the grid, its first cell on <paramref name="row"/>, <paramref name="column"/>. A cell that lies outside is told and
    /// not dropped in silence; an empty one empties.
    /// </summary>
    /// <param name="block">Rows of cells.</param>
    /// <param name="row">Row of the grid.</param>
    /// <param name="column">Column of the grid, counting both columns of a share.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="reader">Reads a cell of the block.</param>
    /// <param name="writer">Writes a cell of the grid.</param>
    /// <param name="now">What stands in a cell.</param>
    public static IReadOnlyList<PasteCell> Plan(IReadOnlyList<string[]> block, int row, int column, CellGrid grid, CellReader reader, CellReader writer, Func<CellKey, CellText> now)
    {
        var texts = new Dictionary<CellKey, CellText>();
        var outside = new List<PasteCell>();
        foreach (var (r, line) in block.Index())
        {
            foreach (var (c, text) in line.Index())
            {
                if (grid.At(row + r, column + c) is not { } cell)
                {
                    if (text.Length > 0) outside.Add(new PasteCell(null, text, null, null, PasteDoes.IsOutside));
                    continue;
                }
                var known = texts.GetValueOrDefault(cell) ?? now(cell);
                texts[cell] = (column + c) % grid.Width == 0 ? known with { First = text } : known with { Second = text };
            }
        }
        return [.. texts.Select(t => Of(t.Key, now(t.Key), t.Value, reader, writer)), .. outside];
    }

    /// <summary>With what a save would say of each cell: what it refuses stops the block as well, what it warns of stands beside the cell.</summary>
    public static IReadOnlyList<PasteCell> Judged(IReadOnlyList<PasteCell> plan, ValuesPlan save) =>
    [
        .. plan.Select(c => c.Cell is not { } cell || c.Stops ? c
            : save.Problems.TryGetValue(cell, out var problem) ? c with { Does = PasteDoes.IsRefused, Problem = problem }
            : c with { Warnings = [.. save.Warnings.Where(w => w.Cell == cell)] }),
    ];

    /// <summary>Would the whole block be taken? One cell that stops it, and nothing of it is.</summary>
    public static bool IsWhole(IReadOnlyList<PasteCell> plan) => plan.Count > 0 && !plan.Any(c => c.Stops);

    private static PasteCell Of(CellKey cell, CellText before, CellText after, CellReader reader, CellReader writer)
    {
        var shown = after.Second.Length > 0 ? $"{after.First}/{after.Second}" : after.First;
        var read = reader.Read(after);
        if (read.Problem is { } problem) return new(cell, shown, before, after, PasteDoes.CannotBeRead, problem) { Choices = read.Choices };
        var written = read.Value is null ? new CellText() : writer.Write(read.Value);
        var does = written == before ? PasteDoes.Keeps : written.IsEmpty ? PasteDoes.Empties : before.IsEmpty ? PasteDoes.Adds : PasteDoes.Changes;
        return new(cell, shown, before, written, does);
    }
}
