using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using ClosedXML.Excel;

namespace Monitoring.Web.Region.Compare;

/// <summary>
/// The rows under the header of a table, written one after the other: typed cells, rows as high as their longest text. Text is always
/// text: what looks like a formula, a number or a date stays as it was typed. Shapes of ECMA-376, part 1, 18.3.1.
/// </summary>
internal sealed partial class SheetRows(XmlWriter to, string names, IReadOnlyList<string> styles, IReadOnlyList<double> widths)
{
    private static readonly DateOnly Day0 = new(1899, 12, 30);

    private readonly string[] _letters = [.. widths.Select((_, i) => XLHelper.GetColumnLetterFromNumber(i + 1))];
    private readonly List<(int Column, object? Value, CellLook Look)> _cells = [];
    private int _row;
    private bool _isStart;

    /// <summary>Rows begun until now.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a row.</summary>
    /// <param name="row">Its number in the sheet, above that of the row before.</param>
    /// <param name="isStart">Begins what belongs together: a line in the product's colour above it.</param>
    public void Begin(int row, bool isStart = false)
    {
        End();
        if (row <= _row) throw new ArgumentOutOfRangeException(nameof(row), row, "Above the row before.");
        (_row, _isStart) = (row, isStart);
        Count++;
    }

    /// <summary>A cell of the row; from left to right.</summary>
    public void Put(int column, object? value, bool isRegion = false, Look? look = null)
    {
        // An empty cell costs as much as a full one; the row draws its lines.
        if (value is null && !isRegion) return;
        if (_cells is [.., var before] && column <= before.Column) throw new ArgumentOutOfRangeException(nameof(column), column, "Left of the cell before.");
        _cells.Add((column, value, new CellLook(look ?? LookOf(value), _isStart, isRegion)));
    }

    /// <summary>Ends the row that was begun, if one was.</summary>
    public void End()
    {
        if (_row == 0 || Count == _ended) return;
        _ended = Count;
        var row = _row.ToString(CultureInfo.InvariantCulture);
        to.WriteStartElement("row", names);
        to.WriteAttributeString("r", row);
        to.WriteAttributeString("s", StyleOf(new CellLook(Look.Text, _isStart, IsRegion: false)));
        to.WriteAttributeString("customFormat", "1");
        if (_cells.Select(c => c.Value is string text ? Lines(text, widths[c.Column - 1]) : 0).DefaultIfEmpty().Max() is var lines and > 0)
        {
            to.WriteAttributeString("ht", Height(lines).ToString(CultureInfo.InvariantCulture));
            to.WriteAttributeString("customHeight", "1");
        }
        foreach (var cell in _cells)
        {
            to.WriteStartElement("c", names);
            to.WriteAttributeString("r", _letters[cell.Column - 1] + row);
            to.WriteAttributeString("s", StyleOf(cell.Look));
            Write(cell.Value);
            to.WriteEndElement();
        }
        to.WriteEndElement();
        _cells.Clear();
    }

    private int _ended;

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                to.WriteAttributeString("t", "inlineStr");
                to.WriteStartElement("is", names);
                to.WriteStartElement("t", names);
                to.WriteAttributeString("xml", "space", null, "preserve");
                to.WriteString(Escaped().Replace(SheetStyle.Clean(text), "_x005F_"));
                to.WriteEndElement();
                to.WriteEndElement();
                break;
            case decimal number:
                Number(number);
                break;
            case Share share:
                Number(share.Value);
                break;
            case DateOnly day:
                Number(day.DayNumber - Day0.DayNumber);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, null);
        }
    }

    private void Number(decimal number) => to.WriteElementString("v", names, number.ToString("0.############################", CultureInfo.InvariantCulture));

    private string StyleOf(CellLook look) => styles[SheetLooks.Place(look)];

    /// <summary>Lines that a text takes in a column of that width. Nothing here can measure letters.</summary>
    public static int Lines(string text, double width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n')) lines += 1 + (int)(text.AsSpan()[line].Length / (width * 1.08));
        return lines;
    }

    /// <summary>The height of a row of so many lines, in points; no row is higher than 409.</summary>
    public static double Height(int lines) => Math.Min(409, (14.5 * lines) + 3);

    private static Look LookOf(object? value) => value switch
    {
        decimal number => decimal.IsInteger(number) ? Look.Whole : Look.Number,
        Share => Look.Share,
        DateOnly => Look.Day,
        _ => Look.Text,
    };

    // _x0041_ in a text means the letter A to who reads the file: its first sign is written as what it means itself.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
