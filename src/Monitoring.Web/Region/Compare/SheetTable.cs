using ClosedXML.Excel;

namespace Monitoring.Web.Region.Compare;

/// <summary>
/// A table on a sheet: header, typed cells, rows as high as their longest text. Text is always text: what looks like a formula, a
/// number or a date stays as it was typed.
/// </summary>
internal sealed class SheetTable(IXLWorksheet sheet, SheetLooks looks, IReadOnlyList<double> widths, int headerRows)
{
    private readonly Dictionary<int, int> _lines = [];

    /// <summary>A title over column <paramref name="column"/> in the last header row, or in <paramref name="row"/>.</summary>
    public void Head(int column, string title, int? row = null)
    {
        sheet.Cell(row ?? headerRows, column).SetValue(SheetStyle.Clean(title));
        Grow(row ?? headerRows, title, column);
    }

    public void Put(int row, int column, object? value, bool isStart = false, bool isRegion = false, Look? look = null)
    {
        var cell = sheet.Cell(row, column);
        cell.Style = looks.Of(look ?? SheetTable.LookOf(value), isStart, isRegion);
        switch (value)
        {
            case null:
                break;
            case string text:
                cell.SetValue(SheetStyle.Clean(text));
                Grow(row, text, column);
                break;
            case decimal number:
                cell.SetValue(number);
                break;
            case Share share:
                cell.SetValue(share.Value);
                break;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, null);
        }
    }

    /// <summary>Filter, frozen panes, heights and print set-up, once everything stands.</summary>
    public void Finish(int lastRow, int frozenColumns, string title, string source, bool isWide)
    {
        sheet.Range(1, 1, headerRows, widths.Count).AsHeader();
        sheet.Range(headerRows, 1, Math.Max(lastRow, headerRows), widths.Count).SetAutoFilter();
        foreach (var (i, width) in widths.Index()) sheet.Column(i + 1).Width = width;
        foreach (var (row, lines) in _lines) sheet.Row(row).Height = Math.Min(409, (14.5 * lines) + 3);
        sheet.SheetView.Freeze(headerRows, frozenColumns);
        sheet.ForPaper(title, source, headerRows, isWide);
    }

    private void Grow(int row, string text, int column)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n')) lines += 1 + (int)(text.AsSpan()[line].Length / (widths[column - 1] * 1.08));
        if (lines > _lines.GetValueOrDefault(row)) _lines[row] = lines;
    }

    private static Look LookOf(object? value) => value switch
    {
        decimal number => decimal.IsInteger(number) ? Look.Whole : Look.Number,
        Share => Look.Share,
        DateOnly => Look.Day,
        _ => Look.Text,
    };
}
