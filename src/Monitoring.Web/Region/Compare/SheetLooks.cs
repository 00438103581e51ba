using ClosedXML.Excel;

namespace Monitoring.Web.Region.Compare;

/// <summary>What a cell holds, for its look.</summary>
internal enum Look { Text, Bold, Unit, Whole, Number, Share, Day, Mark, MarkInferred, MarkIllustrative }

/// <summary>
/// Every look of a cell, made once a workbook and then only referred to: setting borders, fonts and formats cell by cell costs four
/// times what writing the values does.
/// </summary>
internal sealed class SheetLooks : IDisposable
{
    private readonly XLWorkbook _scratch = SheetStyle.NewWorkbook();
    private readonly Dictionary<(Look Look, bool IsStart, bool IsRegion), IXLStyle> _made = [];
    private readonly IXLWorksheet _sheet;

    public SheetLooks() => _sheet = _scratch.AddWorksheet();

    /// <param name="look">What the cell holds.</param>
    /// <param name="isStart">In the first line of a row: a line in the product's colour above it.</param>
    /// <param name="isRegion">In the columns that say what the countries come to.</param>
    public IXLStyle Of(Look look, bool isStart = false, bool isRegion = false)
    {
        if (_made.TryGetValue((look, isStart, isRegion), out var style)) return style;
        style = _sheet.Cell(_made.Count + 1, 1).Style;
        style.Border.SetLeftBorder(XLBorderStyleValues.Thin).Border.SetLeftBorderColor(SheetStyle.Line);
        style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(SheetStyle.Line);
        if (isStart) style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(SheetStyle.Primary);
        if (isRegion) style.Fill.SetBackgroundColor(SheetStyle.PrimarySoft);
        style.Alignment.SetWrapText(look is Look.Text or Look.Bold or Look.Unit);
        switch (look)
        {
            case Look.Bold: style.Font.SetBold(); break;
            case Look.Unit: style.Alignment.SetIndent(1); break;
            case Look.Whole: style.NumberFormat.SetFormat("#,##0"); break;
            case Look.Number: style.NumberFormat.SetFormat("#,##0.0###"); break;
            case Look.Share: style.NumberFormat.SetFormat("0.0%"); break;
            case Look.Day: style.DateFormat.SetFormat("d mmm yyyy").Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left); break;
            case Look.Mark: style.Font.SetFontColor(SheetStyle.Muted).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center); break;
            case Look.MarkInferred: style.Font.SetFontColor(SheetStyle.Caution).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center); break;
            case Look.MarkIllustrative: style.Font.SetFontColor(SheetStyle.Bad).Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center); break;
            default: break;
        }
        return _made[(look, isStart, isRegion)] = style;
    }

    public static Look OfMark(string? letter) => letter switch { "X" => Look.MarkIllustrative, "I" => Look.MarkInferred, _ => Look.Mark };

    public void Dispose() => _scratch.Dispose();
}
