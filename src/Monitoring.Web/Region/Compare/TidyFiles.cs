using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Figures;
using Monitoring.Web.Shared;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Monitoring.Web.Region.Compare;

/// <summary>
/// The long files of a comparison: a value a row, as csv and as a sheet, streamed. ClosedXML holds a whole workbook in memory, so the sheet
/// is written by a library that does not; what it wrote is packed again so that the same snapshots give the same bytes.
/// </summary>
public sealed class TidyFiles(IStringLocalizer<RegionTexts> texts, IStringLocalizer<Words> words, IStringLocalizer<FiguresTexts> figures)
{
    // A sheet has no more rows than this.
    private const int MostRows = 1_048_000;

    private static readonly (string Key, double Width)[] Columns =
    [
        ("Country", 9), ("Cycle", 10), ("SnapshotNo", 10), ("SnapshotHash", 18), ("CommonIndicator", 12), ("Code", 16), ("DefinitionVersion", 11), ("Initiative", 14), ("Indicator", 44),
        ("Kind", 12), ("Unit", 14), ("Population", 30), ("Period", 16), ("PeriodStart", 12), ("PeriodEnd", 12), ("Sex", 14), ("AgeBand", 10), ("PopulationGroup", 18), ("Place", 18),
        ("State", 16), ("Numerator", 12), ("Denominator", 12), ("Value", 14), ("Step", 18), ("Mark", 8), ("Source", 14),
    ];

    /// <summary>UTF-8 with a byte order mark, so that spreadsheets read the accents; lines end as RFC 4180 says.</summary>
    public async Task CsvAsync(IAsyncEnumerable<TidyValue> values, Stream to, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true);
        var line = new StringBuilder().AppendJoin(',', Columns.Select(c => Csv.Cell(texts[c.Key]))).Append("\r\n");
        await text.WriteAsync(line, ct);
        await foreach (var value in values)
        {
            line.Clear();
            foreach (var (i, cell) in Cells(value).Index()) line.Append(i == 0 ? "" : ",").Append(Plain(cell));
            await text.WriteAsync(line.Append("\r\n"), ct);
        }
    }

    /// <summary>The sheet as a file that goes when it is closed.</summary>
    /// <param name="values">What stands in it.</param>
    /// <param name="at">The time that every part of the file carries.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<FileStream> SheetAsync(IAsyncEnumerable<TidyValue> values, DateTime at, CancellationToken ct)
    {
        await using var written = Temporary();
        await WriteAsync(values, written, ct);
        written.Position = 0;
        var packed = Temporary();
        CanonicalZip.Copy(written, packed, at);
        packed.Position = 0;
        return packed;
    }

    private async Task WriteAsync(IAsyncEnumerable<TidyValue> values, Stream to, CancellationToken ct)
    {
        var options = new SpreadCheetahOptions { DocumentProperties = null, DefaultDateTimeFormat = NumberFormat.Custom("yyyy-mm-dd") };
        await using var book = await Spreadsheet.CreateNewAsync(to, options, ct);
        var head = book.AddStyle(new Style { Font = { Bold = true, Color = System.Drawing.Color.White }, Fill = { Color = System.Drawing.Color.FromArgb(0x0f, 0x5c, 0x63) } });
        var cells = new DataCell[Columns.Length];
        var sheets = 0;
        var rows = MostRows;
        await foreach (var value in values)
        {
            if (rows++ >= MostRows) (_, rows) = (await StartAsync(book, head, ++sheets, ct), 1);
            foreach (var (i, cell) in Cells(value).Index()) cells[i] = Cell(cell);
            await book.AddRowAsync(cells, ct);
        }
        if (sheets == 0) await StartAsync(book, head, 1, ct);
        await book.FinishAsync(ct);
    }

    private async Task<bool> StartAsync(Spreadsheet book, StyleId head, int number, CancellationToken ct)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:Z{MostRows}") };
        foreach (var (i, (_, width)) in Columns.Index()) sheet.Column(i + 1).Width = width;
        await book.StartWorksheetAsync(texts["TidySheet"] + (number == 1 ? "" : number.ToString(" 0", CultureInfo.InvariantCulture)), sheet, ct);
        await book.AddHeaderRowAsync([.. Columns.Select(c => texts[c.Key].Value)], head, ct);
        return true;
    }

    // One value for each column: text, number, date or nothing.
    private IEnumerable<object?> Cells(TidyValue v)
    {
        yield return v.Country.Value;
        yield return v.CycleCode;
        yield return (decimal)v.SnapshotNo;
        yield return v.Hash;
        yield return v.CommonIndicatorCode;
        yield return v.IndicatorCode;
        yield return (decimal?)v.DefinitionNo;
        yield return v.Initiative;
        yield return v.Name;
        yield return words.For(v.Kind);
        yield return v.Unit;
        yield return v.Population;
        yield return v.PeriodText;
        yield return v.PeriodStart;
        yield return v.PeriodEnd;
        yield return words.For(v.Sex);
        yield return Whole(v.AgeBand);
        yield return Whole(v.PopulationGroup);
        yield return Whole(v.Place);
        yield return words.For(v.ValueState);
        yield return v.Numerator;
        yield return v.Denominator;
        yield return v.Value;
        yield return v.Rung ?? (v.Reached is { } reached ? figures[reached ? "ReachedYes" : "ReachedNo"].Value : null);
        yield return (v.NumeratorMark is { } weaker && weaker > v.Mark ? weaker : v.Mark).Letter().ToString();
        yield return v.SourceLines;
    }

    private string Whole(string cell) => cell == "All" ? words.For(Indicators.Sex.All) : cell;

    private static string Plain(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var text => Csv.Cell((string)text),
    };

    private static DataCell Cell(object? cell) => cell switch
    {
        null => default,
        decimal number => new DataCell(number),
        DateOnly day => new DataCell(day.ToDateTime(TimeOnly.MinValue)),
        // A text is written as a text: nothing that begins with = is ever run.
        var text => new DataCell(SheetStyle.Clean((string)text)),
    };

    private static FileStream Temporary() => new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
