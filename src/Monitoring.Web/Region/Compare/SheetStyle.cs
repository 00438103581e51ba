using System.Buffers;
using System.Text;
using ClosedXML.Excel;

namespace Monitoring.Web.Region.Compare;

/// <summary>The product's palette on paper white, widths and paper.</summary>
internal static class SheetStyle
{
    public static readonly XLColor Primary = XLColor.FromHtml("#0f5c63");
    public static readonly XLColor PrimarySoft = XLColor.FromHtml("#e3efee");
    public static readonly XLColor Line = XLColor.FromHtml("#dad8d0");
    public static readonly XLColor Text = XLColor.FromHtml("#1e2a2e");
    public static readonly XLColor Muted = XLColor.FromHtml("#526166");
    public static readonly XLColor Bad = XLColor.FromHtml("#b3261e");
    public static readonly XLColor Caution = XLColor.FromHtml("#855000");

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

    /// <summary>Landscape, one page wide, the header on every page, and where one is.</summary>
    public static void ForPaper(this IXLWorksheet sheet, string title, string source, int headerRows, bool isWide)
    {
        var page = sheet.PageSetup;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.PaperSize = isWide ? XLPaperSize.A3Paper : XLPaperSize.A4Paper;
        page.FitToPages(1, 0);
        page.Margins.SetTop(0.6).SetBottom(0.6).SetLeft(0.4).SetRight(0.4).SetHeader(0.3).SetFooter(0.3);
        if (headerRows > 0) page.SetRowsToRepeatAtTop(1, headerRows);
        page.Header.Left.AddText(Short(title, 150));
        page.Header.Right.AddText(sheet.Name);
        page.Footer.Left.AddText(Short(source, 200));
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" / ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    // A header or footer holds 255 characters with its marks; the cover names all countries and snapshots.
    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    /// <summary>Wide enough for what stands in it, within what its kind of column may take. Nothing here can measure letters.</summary>
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
        return Math.Clamp((longest * 1.05) + 2, least, most);
    }

    /// <summary>What no file of XML can hold is left out (control characters, half a pair, the two that are no characters); a cell holds
    /// 32,767 characters.</summary>
    public static string Clean(string text)
    {
        var clean = text.AsSpan().ContainsAnyExcept(Safe) ? string.Concat(text.EnumerateRunes().Where(CanStand).Select(r => r.ToString())) : text;
        return clean.Length > 32_000 ? clean[..(char.IsHighSurrogate(clean[31_999]) ? 31_999 : 32_000)] + "…" : clean;
    }

    private static readonly SearchValues<char> Safe = SearchValues.Create([.. Enumerable.Range(' ', 0xD800 - ' ').Select(c => (char)c).Where(c => !char.IsControl(c)), '\n', '\t']);

    // Half a pair comes as the sign for what cannot be shown.
    private static bool CanStand(Rune rune) => rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF));
}
