using System.Globalization;
using System.Text;
using ClosedXML.Excel;

namespace Monitoring.Web.Shared;

/// <summary>What a list shows, as a file: the same rows, columns and words.</summary>
/// <param name="Title">Of the list; the sheet's name.</param>
/// <param name="Columns">Their headings.</param>
/// <param name="Rows">Texts, numbers, dates or nothing.</param>
public sealed record GridFile(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const int LongestCell = 32_000;
    private const double Least = 9, Most = 60;

    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>UTF-8 with a byte order mark, so that spreadsheets read the accents.</summary>
    public byte[] Csv()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns.Select(Shared.Csv.Cell)).Append("\r\n");
        foreach (var row in Rows) text.AppendJoin(',', row.Select(CsvCell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public byte[] Xlsx()
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        var name = string.Concat(Title.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c));
        var sheet = book.AddWorksheet(name.Length > 31 ? name[..31] : name);
        foreach (var (i, title) in Columns.Index()) sheet.Cell(1, i + 1).SetValue(title);
        var head = sheet.Range(1, 1, 1, Columns.Count);
        head.Style.Font.Bold = true;
        head.Style.Fill.BackgroundColor = XLColor.FromHtml("#0f5c63");
        head.Style.Font.FontColor = XLColor.White;
        foreach (var (r, row) in Rows.Index())
            foreach (var (i, value) in row.Index()) Put(sheet.Cell(r + 2, i + 1), value);
        foreach (var i in Enumerable.Range(0, Columns.Count)) sheet.Column(i + 1).Width = Width(i);
        sheet.SheetView.FreezeRows(1);
        if (Rows.Count > 0) sheet.Range(1, 1, Rows.Count + 1, Columns.Count).SetAutoFilter();
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    // A text is always set as a text: left to guess, the library makes numbers of codes and formulas of what begins with "=".
    private static void Put(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue)).Style.DateFormat.Format = "yyyy-mm-dd";
                return;
            case DateTime time:
                cell.SetValue(time).Style.DateFormat.Format = "yyyy-mm-dd hh:mm";
                return;
            case int number:
                cell.SetValue(number);
                return;
            default:
                cell.SetValue(Clean(value.ToString()!)).Style.Alignment.WrapText = true;
                cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
                return;
        }
    }

    // Control characters cannot stand in the file's XML.
    private static string Clean(string text)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
        return clean.Length > LongestCell ? clean[..LongestCell] + "…" : clean;
    }

    private static string CsvCell(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Shared.Csv.Cell(value?.ToString()),
    };

    // Nothing here can measure letters.
    private double Width(int column) =>
        Math.Clamp((Rows.Select(r => r[column]?.ToString()?.Length ?? 0).Append(Columns[column].Length).Max() * 1.05) + 2, Least, Most);
}
