using System.Text;

namespace Monitoring.Web.Indicators;

/// <summary>
/// A block as a spreadsheet puts it on the clipboard: cells parted by tabs, rows by line ends. A cell that itself holds a tab, a line end
/// or a quotation mark beside them stands between quotation marks, with those inside it doubled.
/// </summary>
public static class ClipboardTable
{
    /// <summary>Rows, and cells of a row, that are read; more is no part of a grid.</summary>
    public const int Most = 2000;

    /// <summary>The rows with their cells, each without blanks around it; line ends inside a cell are one blank.</summary>
    public static IReadOnlyList<string[]> Read(string block)
    {
        // A spreadsheet ends its block with a line end: that is no further row.
        var text = block.TrimEnd('\r', '\n');
        var rows = new List<string[]>();
        var at = 0;
        do
        {
            var row = new List<string>();
            do row.Add(Cell(text, ref at));
            while (at < text.Length && text[at] == '\t' && ++at > 0);
            rows.Add([.. row.Take(Most)]);
        }
        while (EndsLine(text, ref at) && rows.Count < Most);
        return rows;
    }

    private static bool EndsLine(string text, ref int at)
    {
        if (at >= text.Length) return false;
        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        return true;
    }

    // Leaves `at` behind the cell: on its tab, its line end, or the end.
    private static string Cell(string text, ref int at)
    {
        if (at < text.Length && text[at] == '"' && Quoted(text, at) is { } quoted)
        {
            at = quoted.After;
            return Tidy(quoted.Text);
        }
        var end = text.AsSpan(at).IndexOfAny('\t', '\r', '\n');
        var cell = end < 0 ? text[at..] : text[at..(at + end)];
        at += cell.Length;
        return Tidy(cell);
    }

    // A quotation mark that none closes at the end of a cell is a character like any other.
    private static (string Text, int After)? Quoted(string text, int from)
    {
        var cell = new StringBuilder();
        for (var i = from + 1; i < text.Length; i++)
        {
            if (text[i] != '"') cell.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else return i + 1 == text.Length || text[i + 1] is '\t' or '\r' or '\n' ? (cell.ToString(), i + 1) : null;
        }
        return null;
    }

    private static string Tidy(string cell) =>
        string.Join(' ', cell.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim().Trim('"').Trim();
}
