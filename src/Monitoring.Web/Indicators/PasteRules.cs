using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>What a pasted cell will do.</summary>
public enum PasteDoes { Adds, Changes, Empties, Keeps, CannotBeRead, IsOutside }

/// <summary>One cell of a pasted block: where it goes, what stands there and what would.</summary>
public sealed record PasteCell(CellKey? Cell, string Text, CellText? Before, CellText? After, PasteDoes Does, Problem? Problem = null)
{
    /// <summary>It may mean two numbers: asked once for the whole block.</summary>
    public IReadOnlyList<decimal>? Choices { get; init; }
}

/// <summary>A block copied from a spreadsheet, cell by cell.</summary>
public static class PasteRules
{
    /// <summary>Cells a block may have; more is no part of a grid.</summary>
    public const int Most = 2000;

    /// <summary>
    /// Puts a block of tab-separated lines on the grid, its first cell on <paramref name="row"/>, <paramref name="column"/>. A cell that
    /// lies outside is told and not dropped in silence.
    /// </summary>
    /// <param name="block">As the clipboard holds it.</param>
    /// <param name="row">Row of the grid: an index of <see cref="CellKey.Ages"/>.</param>
    /// <param name="column">Column of the grid, counting both columns of a share.</param>
    /// <param name="group">Population group of the grid.</param>
    /// <param name="isRatio">Does each cell have two columns?</param>
    /// <param name="reader">Reads a cell.</param>
    /// <param name="now">What stands in a cell.</param>
    public static IReadOnlyList<PasteCell> Plan(string block, int row, int column, string group, bool isRatio, CellReader reader, Func<CellKey, CellText> now)
    {
        var width = isRatio ? 2 : 1;
        var sexes = Enum.GetValues<Sex>();
        var lines = Lines(block);
        var texts = new Dictionary<CellKey, CellText>();
        var outside = new List<PasteCell>();
        foreach (var (r, line) in lines.Index())
        {
            foreach (var (c, text) in line.Index())
            {
                var (age, at) = (row + r, column + c);
                if (age >= CellKey.Ages.Count || at >= sexes.Length * width)
                {
                    if (text.Length > 0) outside.Add(new PasteCell(null, text, null, null, PasteDoes.IsOutside));
                    continue;
                }
                var cell = new CellKey(sexes[at / width], CellKey.Ages[age], group);
                var known = texts.GetValueOrDefault(cell) ?? now(cell);
                texts[cell] = at % width == 0 ? known with { First = text } : known with { Second = text };
            }
        }
        return [.. texts.Select(t => Of(t.Key, now(t.Key), t.Value, reader)), .. outside];
    }

    /// <summary>Would the whole block be taken? One cell that cannot be read, or lies outside, and nothing of it is.</summary>
    public static bool IsWhole(IReadOnlyList<PasteCell> plan) => plan.Count > 0 && plan.All(c => c.Does is not (PasteDoes.CannotBeRead or PasteDoes.IsOutside));

    private static PasteCell Of(CellKey cell, CellText before, CellText after, CellReader reader)
    {
        var shown = after.Second.Length > 0 ? $"{after.First}/{after.Second}" : after.First;
        var read = reader.Read(after);
        if (read.Problem is { } problem) return new(cell, shown, before, after, PasteDoes.CannotBeRead, problem) { Choices = read.Choices };
        var written = read.Value is null ? new CellText() : reader.Write(read.Value);
        var does = written == before ? PasteDoes.Keeps : written.IsEmpty ? PasteDoes.Empties : before.IsEmpty ? PasteDoes.Adds : PasteDoes.Changes;
        return new(cell, shown, before, written, does);
    }

    // A spreadsheet ends its block with a line end, and puts a text with tabs or line ends between quotation marks.
    private static List<string[]> Lines(string block)
    {
        var lines = block.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\n').Split('\n');
        return [.. lines.Take(Most).Select(l => l.Split('\t').Take(Most).Select(c => c.Trim().Trim('"').Trim()).ToArray())];
    }
}
