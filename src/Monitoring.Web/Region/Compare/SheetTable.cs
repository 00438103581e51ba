using System.Text;
using System.Xml;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace Monitoring.Web.Region.Compare;

/// <summary>
/// A table on a sheet. The library lays the sheet out: header, widths, filter, frozen panes, paper, and the looks of cells. The rows are
/// written into it when the workbook is packed: cell by cell the library takes several times as long, and most of the memory.
/// </summary>
internal sealed class SheetTable(IXLWorksheet sheet, SheetLooks looks, IReadOnlyList<double> widths, int headerRows)
{
    private static readonly XmlWriterSettings AsWritten = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None };

    private readonly Dictionary<int, int> _headerLines = [];
    private int _rows;
    private Action<SheetRows> _write = _ => { };

    /// <summary>The place of the sheet in its workbook, from 1.</summary>
    public int Position => sheet.Position;

    // Of the file that the library writes: one cell of each look, where the rows are to stand.
    private int FirstRow => headerRows + 1;

    /// <summary>A title over column <paramref name="column"/> in the last header row, or in <paramref name="row"/>.</summary>
    public void Head(int column, string title, int? row = null)
    {
        var at = row ?? headerRows;
        sheet.Cell(at, column).SetValue(SheetStyle.Clean(title));
        _headerLines[at] = Math.Max(_headerLines.GetValueOrDefault(at), SheetRows.Lines(title, widths[column - 1]));
    }

    /// <summary>The rows, with filter, frozen panes, heights and print set-up, once the header stands.</summary>
    /// <param name="rows">How many <paramref name="write"/> will write.</param>
    /// <param name="write">Writes them, when the workbook is packed.</param>
    /// <param name="frozenColumns">How many columns stay in sight.</param>
    /// <param name="title">For the head of each page.</param>
    /// <param name="source">For its foot.</param>
    /// <param name="isWide">For a larger sheet of paper.</param>
    public void Finish(int rows, Action<SheetRows> write, int frozenColumns, string title, string source, bool isWide)
    {
        (_rows, _write) = (rows, write);
        sheet.Range(1, 1, headerRows, widths.Count).AsHeader();
        sheet.Range(headerRows, 1, headerRows + rows, widths.Count).SetAutoFilter();
        foreach (var (i, width) in widths.Index()) sheet.Column(i + 1).Width = width;
        foreach (var (row, lines) in _headerLines) sheet.Row(row).Height = SheetRows.Height(lines);
        foreach (var (i, look) in SheetLooks.All.Index()) sheet.Cell(FirstRow, i + 1).Style = looks.Of(look);
        sheet.SheetView.Freeze(headerRows, frozenColumns);
        sheet.ForPaper(title, source, headerRows, isWide);
    }

    /// <summary>Copies the sheet's part as the library wrote it, with the rows where the looks were.</summary>
    public void Copy(Stream written, Stream to)
    {
        var part = XElement.Load(written, System.Xml.Linq.LoadOptions.PreserveWhitespace);
        var names = part.Name.Namespace;
        var data = part.Element(names + "sheetData")!;
        var pattern = data.Elements().Last();
        var styles = pattern.Elements().Select(c => c.Attribute("s")?.Value).OfType<string>().ToList();
        if (styles.Count != SheetLooks.All.Count) throw new InvalidOperationException($"{sheet.Name} has {styles.Count} looks of {SheetLooks.All.Count}.");
        pattern.Remove();
        part.Element(names + "dimension")?.SetAttributeValue("ref", $"A1:{XLHelper.GetColumnLetterFromNumber(widths.Count)}{headerRows + _rows}");

        using var xml = XmlWriter.Create(to, AsWritten);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(part.GetPrefixOfNamespace(names), part.Name.LocalName, names.NamespaceName);
        foreach (var attribute in part.Attributes().Where(a => !a.IsNamespaceDeclaration || a.Value != names.NamespaceName))
            xml.WriteAttributeString(part.GetPrefixOfNamespace(attribute.Name.Namespace), attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value);
        foreach (var child in part.Elements())
        {
            if (child != data)
            {
                child.WriteTo(xml);
                continue;
            }
            xml.WriteStartElement(child.Name.LocalName, names.NamespaceName);
            foreach (var header in data.Elements()) header.WriteTo(xml);
            var rows = new SheetRows(xml, names.NamespaceName, styles, widths);
            _write(rows);
            rows.End();
            if (rows.Count != _rows) throw new InvalidOperationException($"{sheet.Name} has {rows.Count} rows and not the {_rows} that its filter covers.");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
