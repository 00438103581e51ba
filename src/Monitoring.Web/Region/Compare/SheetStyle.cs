using ClosedXML.Excel;

namespace Monitoring.Web.Region.Compare;

/// <summary>How the sheets look: the product's palette on paper white. Widths are computed, because nothing here can measure letters.</summary>
internal static class SheetStyle
{
    public static readonly XLColor Primary = XLColor.FromHtml("#0f5c63");
    public static readonly XLColor PrimarySoft = XLColor.FromHtml("#e3efee");
    public static readonly XLColor Sunken = XLColor.FromHtml("#eeece6");
    public static readonly XLColor Line = XLColor.FromHtml("#dad8d0");
    public static readonly XLColor Text = XLColor.FromHtml("#1e2a2e");
    public static readonly XLColor Muted = XLColor.FromHtml("#526166");
    public static readonly XLColor Bad = XLColor.FromHtml("#b3261e");
    public static readonly XLColor Caution = XLColor.FromHtml("#855000");

    public const string WholeNumber = "#,##0";
    public const string AnyNumber = "#,##0.0###";
    public const string Percentage = "0.0%";
    public const string Day = "d mmm yyyy";

    public static XLWorkbook NewWorkbook()
    {
        var book = new XLWorkbook(XLEventTracking.Disabled);
        book.Style.Font.FontName = "Calibri";
        book.Style.Font.FontSize = 10.5;
        book.Style.Font.FontColor = Text;
        book.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        return book;
    }

    public static void AsHeader(this IXLRange range)
    {
        range.Style.Fill.BackgroundColor = Primary;
        range.Style.Font.FontColor = XLColor.White;
        range.Style.Font.Bold = true;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        range.Style.Alignment.WrapText = true;
    }

    public static void Ruled(this IXLRange range)
    {
        range.Style.Border.InsideBorder = XLBorderStyleValues.Thin;
        range.Style.Border.InsideBorderColor = Line;
        range.Style.Border.BottomBorder = XLBorderStyleValues.Thin;
        range.Style.Border.BottomBorderColor = Line;
    }

    /// <summary>Landscape, one page wide, the header on every page, and where one is.</summary>
    public static void ForPaper(this IXLWorksheet sheet, string title, string source, int firstHeaderRow, int lastHeaderRow, bool isWide)
    {
        var page = sheet.PageSetup;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.PaperSize = isWide ? XLPaperSize.A3Paper : XLPaperSize.A4Paper;
        page.FitToPages(1, 0);
        page.Margins.SetTop(0.6).SetBottom(0.6).SetLeft(0.4).SetRight(0.4).SetHeader(0.3).SetFooter(0.3);
        if (lastHeaderRow > 0) page.SetRowsToRepeatAtTop(firstHeaderRow, lastHeaderRow);
        page.Header.Left.AddText(title);
        page.Header.Right.AddText(sheet.Name);
        page.Footer.Left.AddText(source);
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" / ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    /// <summary>Writes a value in its own type. Text is always text: what looks like a formula, a number or a date stays as it was typed.</summary>
    public static void Put(this IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                cell.SetValue(Clean(text));
                cell.SetDataType(XLDataType.Text);
                cell.Style.Alignment.WrapText = true;
                break;
            case decimal number:
                cell.SetValue(number);
                cell.Style.NumberFormat.Format = decimal.IsInteger(number) ? WholeNumber : AnyNumber;
                break;
            case Share share:
                cell.SetValue(share.Value);
                cell.Style.NumberFormat.Format = Percentage;
                break;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                cell.Style.DateFormat.Format = Day;
                cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, null);
        }
    }

    /// <summary>Wide enough for what stands in it, within what its kind of column may take.</summary>
    public static double Width(CellKind kind, IEnumerable<object?> values, string title)
    {
        var (least, most) = kind switch
        {
            CellKind.Narrow => (7, 18),
            CellKind.Number => (9, 14),
            CellKind.Share => (9, 12),
            CellKind.Date => (12, 12),
            CellKind.Text => (14, 32),
            CellKind.Wide => (30, 64),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        var longest = values.OfType<string>().Select(v => v.Length).Append(title.Length + 3).Max();
        return Math.Clamp(longest * 1.05 + 2, least, most);
    }

    /// <summary>Rows as high as their longest text needs: a reader that trusts the file would else cut it off.</summary>
    public static void FitRows(this IXLWorksheet sheet, int first, int last, int columns)
    {
        var widths = Enumerable.Range(1, columns).Select(c => sheet.Column(c).Width).ToList();
        for (var row = first; row <= last; row++)
        {
            var lines = 1;
            for (var column = 1; column <= columns; column++)
            {
                var cell = sheet.Cell(row, column);
                if (cell.DataType is XLDataType.Text && !cell.IsMerged()) lines = Math.Max(lines, Lines(cell.GetString(), widths[column - 1]));
            }
            sheet.Row(row).Height = Math.Min(409, (14.5 * lines) + 3);
        }
    }

    private static int Lines(string text, double width) => text.Split('\n').Sum(line => 1 + (int)(line.Length / (width * 1.08)));

    /// <summary>The ink of a mark letter.</summary>
    public static void InkOf(this IXLCell cell, string? letter)
    {
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        cell.Style.Font.FontColor = letter switch { "X" => Bad, "I" => Caution, _ => Muted };
        if (letter == "X") cell.Style.Font.Bold = true;
    }

    // Control characters cannot stand in the file's XML; a cell holds 32,767 characters.
    public static string Clean(string text)
    {
        var clean = text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')) : text;
        return clean.Length > 32_000 ? clean[..32_000] + "…" : clean;
    }
}
