using ClosedXML.Excel;

namespace Monitoring.Web.Region.Compare;

/// <summary>What a cell holds, for its look.</summary>
internal enum Look { Text, Bold, Unit, Whole, Number, Share, Day, Mark, MarkInferred, MarkIllustrative }

/// <summary>The look of one cell.</summary>
/// <param name="Look">What the cell holds.</param>
/// <param name="IsStart">In the first line of a row: a line in the product's colour above it.</param>
/// <param name="IsRegion">In the columns that say what the countries come to.</param>
internal readonly record struct CellLook(Look Look, bool IsStart, bool IsRegion);

/// <summary>
/// Every look of a cell, made once a workbook and then only referred to: setting borders, fonts and formats cell by cell costs four
/// times what writing the values does.
/// </summary>
internal sealed class SheetLooks : IDisposable
{
    private readonly XLWorkbook _scratch = SheetStyle.NewWorkbook();
    private readonly Dictionary<CellLook, IXLStyle> _made = [];
    private readonly IXLWorksheet _sheet;

    public SheetLooks() => _sheet = _scratch.AddWorksheet();

    /// <summary>All looks that a cell can have, in one order.</summary>
    public static readonly IReadOnlyList<CellLook> All =
        [.. Enum.GetValues<Look>().SelectMany(look => new[] { new CellLook(look, false, false), new(look, false, true), new(look, true, false), new(look, true, true) })];

    /// <summary>Where a look stands in <see cref="All"/>.</summary>
    public static int Place(CellLook look) => (4 * (int)look.Look) + (look.IsStart ? 2 : 0) + (look.IsRegion ? 1 : 0);

    public IXLStyle Of(CellLook look)
    {
        if (_made.TryGetValue(look, out var style)) return style;
        // Each change makes a new style of the cell, so each begins at the cell again.
        var cell = _sheet.Cell(_made.Count + 1, 1);
        cell.Style.Border.SetLeftBorder(XLBorderStyleValues.Thin).Border.SetLeftBorderColor(SheetStyle.Line);
        cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(SheetStyle.Line);
        if (look.IsStart) cell.Style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(SheetStyle.Primary);
        if (look.IsRegion) cell.Style.Fill.SetBackgroundColor(SheetStyle.PrimarySoft);
        cell.Style.Alignment.SetWrapText(look.Look is Look.Text or Look.Bold or Look.Unit);
        Hold(cell, look.Look);
        return _made[look] = cell.Style;
    }

    private static void Hold(IXLCell cell, Look look)
    {
        switch (look)
        {
            case Look.Bold: cell.Style.Font.SetBold(); break;
            case Look.Unit: cell.Style.Alignment.SetIndent(1); break;
            case Look.Whole: cell.Style.NumberFormat.SetFormat("#,##0"); break;
            case Look.Number: cell.Style.NumberFormat.SetFormat("#,##0.0###"); break;
            case Look.Share: cell.Style.NumberFormat.SetFormat("0.0%"); break;
            case Look.Day: cell.Style.DateFormat.SetFormat("d mmm yyyy").Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left); break;
            case Look.Mark: cell.Style.Font.SetFontColor(SheetStyle.Muted).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center); break;
            case Look.MarkInferred: cell.Style.Font.SetFontColor(SheetStyle.Caution).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center); break;
            case Look.MarkIllustrative: cell.Style.Font.SetBold().Font.SetFontColor(SheetStyle.Bad).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center); break;
            default: break;
        }
    }

    public static Look OfMark(string? letter) => letter switch { "X" => Look.MarkIllustrative, "I" => Look.MarkInferred, _ => Look.Mark };

    public void Dispose() => _scratch.Dispose();
}
