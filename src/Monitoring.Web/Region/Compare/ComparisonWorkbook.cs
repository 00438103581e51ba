using System.Globalization;
using ClosedXML.Excel;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Figures;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Compare;

/// <summary>
/// The comparison as a workbook: cover, countries side by side, one sheet a subject, notes. The same snapshots in the same language
/// give the same bytes: nothing in it depends on the moment or on the person.
/// </summary>
public sealed class ComparisonWorkbook(SubjectTables tables, IStringLocalizer<RegionTexts> texts, IStringLocalizer<Words> words, IStringLocalizer<FiguresTexts> figures)
{
    private const int PerCountry = 3;

    public byte[] Of(Comparison of)
    {
        var subjects = tables.Of(of);
        using var book = SheetStyle.NewWorkbook();
        using var looks = new SheetLooks();
        var title = SheetStyle.Clean(texts["SheetTitle", string.Join(", ", of.Countries.Select(c => c.Country.Name))]) + (of.Selection.Cycle is { } cycle ? $" · {cycle}" : "");
        var source = string.Join(" · ", of.Countries.Where(c => c.HasData).Select(c => $"{c.Code} {c.Country.CycleCode} #{c.Country.SnapshotNo}"));

        new CoverSheet(texts, words).Add(book, of, subjects, title);
        SheetTable[] sheets =
        [
            SideBySide(book, looks, of, subjects, title, source),
            .. subjects.Select(subject => InFull(book, looks, subject, title, source)),
            Notes(book, looks, tables.Remarks(of, subjects), title, source),
        ];

        book.Properties.Title = title;
        book.Properties.Author = texts["Author"];
        book.Properties.LastModifiedBy = texts["Author"];
        book.Properties.Created = book.Properties.Modified = of.AcceptedAt ?? DateTime.UnixEpoch;
        using var written = new MemoryStream();
        book.SaveAs(written);
        using var packed = new MemoryStream();
        CanonicalZip.Copy(written, packed, book.Properties.Created, sheets.ToDictionary(s => $"xl/worksheets/sheet{s.Position}.xml", s => (Action<Stream, Stream>)s.Copy));
        return packed.ToArray();
    }

    private SheetTable SideBySide(XLWorkbook book, SheetLooks looks, Comparison of, IReadOnlyList<SubjectTable> subjects, string title, string source)
    {
        var sheet = book.AddWorksheet(Name(book, texts["SideBySide"]));
        var region = 3 + (PerCountry * of.Countries.Count);
        double[] widths = [20, 28, .. of.Countries.SelectMany(_ => new double[] { 42, 14, 7 }), 24, 44];
        var table = new SheetTable(sheet, looks, widths, headerRows: 2);
        table.Head(1, texts["SubjectColumn"]);
        table.Head(2, texts["RowColumn"]);
        foreach (var (i, country) in of.Countries.Index())
        {
            var column = 3 + (PerCountry * i);
            table.Head(column, country.Country.Name, row: 1);
            sheet.Range(1, column, 1, column + PerCountry - 1).Merge();
            foreach (var (n, key) in new[] { "Value", "Unit", "Mark" }.Index()) table.Head(column + n, texts[key]);
        }
        table.Head(region, texts["RegionColumn"], row: 1);
        sheet.Range(1, region, 1, region + 1).Merge();
        table.Head(region, texts["Together"]);
        table.Head(region + 1, texts["Reasons"]);

        var groups = subjects.SelectMany(s => s.Groups.Select(g => new Beside(s, g, [.. of.Countries.Select(c => s.In(g, c.Code))]))).ToList();
        table.Finish(groups.Sum(g => g.Height), rows =>
        {
            var row = 3;
            foreach (var group in groups) row = Write(rows, row, group);
        }, frozenColumns: 2, title, source, isWide: true);
        return table;
    }

    private sealed record Beside(SubjectTable Subject, string Group, IReadOnlyList<IReadOnlyList<Entry>> Columns)
    {
        public int Height { get; } = Math.Max(1, Columns.Max(c => c.Count));
    }

    private int Write(SheetRows rows, int row, Beside group)
    {
        var region = 3 + (PerCountry * group.Columns.Count);
        var sum = group.Subject.SumOf(group.Group);
        for (var i = 0; i < group.Height; i++)
        {
            var isStart = i == 0;
            rows.Begin(row + i, isStart);
            rows.Put(1, group.Subject.Title);
            rows.Put(2, group.Group);
            foreach (var (n, entries) in group.Columns.Index())
            {
                var entry = i < entries.Count ? entries[i] : null;
                var letter = entry?.Mark?.Letter().ToString();
                rows.Put(3 + (PerCountry * n), entry is null ? null : entry.Number ?? Said(entry));
                rows.Put(4 + (PerCountry * n), entry?.Unit, look: Look.Unit);
                rows.Put(5 + (PerCountry * n), letter, look: SheetLooks.OfMark(letter));
            }
            rows.Put(region, isStart && sum is not null ? Value(sum) : null, isRegion: sum is not null);
            rows.Put(region + 1, isStart && sum is not null ? string.Join('\n', Reasons(sum)) : null, isRegion: sum is not null);
        }
        return row + group.Height;
    }

    private static string Said(Entry entry) =>
        (entry.Code is null ? "" : entry.Code + ": ") + entry.Text + (entry.Detail is null ? "" : "\n" + entry.Detail);

    // A plain total is a number in its cell; all else is words.
    private object Value(GroupSum sum) => sum.Together switch
    {
        Total { Numerator: null, CountsCountries: false } total => total.Value,
        Total { Percent: not null } ratio => new Share(ratio.Value),
        _ => sum.NothingText is not null && sum.Together is Missing { Reason: { Key: Reason.NoneOf, Values: [var n] } } ? texts["NothingOf", sum.NothingText, n].Value : figures.Say(sum.Together),
    };

    private IEnumerable<string> Reasons(GroupSum sum)
    {
        if (sum.Together is Total { Percent: not null }) yield return figures.Say(sum.Together);
        foreach (var why in figures.Why(sum.Together)) yield return why;
        if (sum.Subtotals.Count < 2) yield break;
        foreach (var subtotal in sum.Subtotals) yield return $"• {figures.Say(subtotal)} ({subtotal.Mark.Letter()})" + (subtotal.Parts[0].Population is { } population ? $" {population}" : "");
    }

    private SheetTable InFull(XLWorkbook book, SheetLooks looks, SubjectTable subject, string title, string source)
    {
        var sheet = book.AddWorksheet(Name(book, subject.Title));
        var columns = subject.Columns;
        var table = new SheetTable(sheet, looks, [.. columns.Select((c, i) => SheetStyle.Width(c.Kind, subject.Entries.Select(e => e.Cells[i]), c.Title))], headerRows: 1);
        foreach (var (i, column) in columns.Index()) table.Head(i + 1, column.Title);
        table.Finish(Math.Max(subject.Entries.Count, 1), rows =>
        {
            foreach (var (r, entry) in subject.Entries.Index())
            {
                rows.Begin(r + 2);
                foreach (var (i, value) in entry.Cells.Index())
                    rows.Put(i + 1, value, look: i == 0 ? Look.Bold : i == columns.Count - 2 ? SheetLooks.OfMark(value as string) : null);
            }
            if (subject.Entries.Count > 0) return;
            rows.Begin(2);
            rows.Put(1, texts["NothingReported"].Value);
        }, frozenColumns: 1, title, source, isWide: columns.Count > 12);
        return table;
    }

    private SheetTable Notes(XLWorkbook book, SheetLooks looks, IReadOnlyList<Remark> remarks, string title, string source)
    {
        var sheet = book.AddWorksheet(Name(book, texts["NotesSheet"]));
        var table = new SheetTable(sheet, looks, [26, 38, 90, 18], headerRows: 1);
        foreach (var (i, key) in new[] { "SubjectColumn", "RowColumn", "NoteColumn", "Source" }.Index()) table.Head(i + 1, texts[key]);
        table.Finish(remarks.Count, rows =>
        {
            foreach (var (r, remark) in remarks.Index())
            {
                rows.Begin(r + 2);
                foreach (var (i, value) in new[] { remark.Subject, remark.About, remark.Text, remark.Source }.Index()) rows.Put(i + 1, value);
            }
        }, frozenColumns: 1, title, source, isWide: false);
        return table;
    }

    // A sheet's name has 31 characters, some of them not allowed, and nobody else has it.
    internal static string Name(XLWorkbook book, string title)
    {
        var clean = string.Concat(title.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c)).Trim('\'', ' ');
        var name = clean.Length > 31 ? clean[..31] : clean;
        for (var n = 2; book.Worksheets.Any(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)); n++)
            name = clean[..Math.Min(clean.Length, 28)] + n.ToString(" 0", CultureInfo.InvariantCulture);
        return name;
    }
}
