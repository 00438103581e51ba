using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Monitoring.Browser.Tests.Stage;

/// <summary>A downloaded workbook, read with a library that did not write it.</summary>
public sealed class Workbook
{
    private readonly Dictionary<string, WorksheetPart> _sheets;
    private readonly string[] _strings;

    private Workbook(Dictionary<string, WorksheetPart> sheets, string[] strings) => (_sheets, _strings) = (sheets, strings);

    public IEnumerable<string> Sheets => _sheets.Keys;

    /// <summary>Every text and number of a sheet, in order.</summary>
    public IReadOnlyList<string> Cells(string sheet) => [.. _sheets[sheet].Worksheet.Descendants<Cell>().Select(Text).Where(text => text.Length > 0)];

    public bool HasFrozenHeader(string sheet) => _sheets[sheet].Worksheet.Descendants<Pane>().Any(p => p.State?.Value == PaneStateValues.Frozen || p.State?.Value == PaneStateValues.FrozenSplit);

    public bool HasFilter(string sheet) => _sheets[sheet].Worksheet.Descendants<AutoFilter>().Any() || _sheets[sheet].TableDefinitionParts.Any();

    public int Formulas => _sheets.Values.Sum(s => s.Worksheet.Descendants<CellFormula>().Count());

    public static Workbook Read(string path)
    {
        using var file = SpreadsheetDocument.Open(path, isEditable: false);
        var book = file.WorkbookPart ?? throw new InvalidDataException("There is no workbook in the file.");
        var sheets = book.Workbook.Descendants<Sheet>().ToDictionary(s => s.Name!.Value!, s => (WorksheetPart)book.GetPartById(s.Id!.Value!));
        // All of it is read here: the file is closed when this returns.
        foreach (var sheet in sheets.Values) _ = (sheet.Worksheet.OuterXml, sheet.TableDefinitionParts.Count());
        return new Workbook(sheets, book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(s => s.InnerText).ToArray() ?? []);
    }

    private string Text(Cell cell) =>
        cell.DataType?.Value == CellValues.InlineString ? cell.InnerText
        : cell.CellValue?.Text is not { } value ? ""
        : cell.DataType?.Value == CellValues.SharedString ? _strings[int.Parse(value, CultureInfo.InvariantCulture)]
        : value;
}
