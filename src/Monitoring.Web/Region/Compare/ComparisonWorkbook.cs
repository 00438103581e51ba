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
        SideBySide(book, looks, of, subjects, title, source);
        foreach (var subject in subjects) InFull(book, looks, subject, title, source);
        Notes(book, looks, tables.Remarks(of, subjects), title, source);

        book.Properties.Title = title;
        book.Properties.Author = texts["Author"];
        book.Properties.LastModifiedBy = texts["Author"];
        book.Properties.Created = book.Properties.Modified = of.AcceptedAt ?? DateTime.UnixEpoch;
        using var raw = new MemoryStream();
        book.SaveAs(raw);
        return CanonicalZip.Of(raw, book.Properties.Created);
    }

    private void SideBySide(XLWorkbook book, SheetLooks looks, Comparison of, IReadOnlyList<SubjectTable> subjects, string title, string source)
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

        var row = 3;
        foreach (var subject in subjects)
            foreach (var group in subject.Groups)
                row = Group(table, row, of, subject, group);
        table.Finish(row - 1, frozenColumns: 2, title, source, isWide: true);
    }

    private int Group(SheetTable table, int row, Comparison of, SubjectTable subject, string group)
    {
        var columns = of.Countries.Select(c => subject.In(group, c.Code)).ToList();
        var region = 3 + (PerCountry * columns.Count);
        var sum = subject.SumOf(group);
        var height = Math.Max(1, columns.Max(c => c.Count));
        for (var i = 0; i < height; i++)
        {
            var isStart = i == 0;
            table.Put(row + i, 1, subject.Title, isStart);
            table.Put(row + i, 2, group, isStart);
            foreach (var (n, entries) in columns.Index())
            {
                var entry = i < entries.Count ? entries[i] : null;
                var letter = entry?.Mark?.Letter().ToString();
                table.Put(row + i, 3 + (PerCountry * n), entry is null ? null : entry.Number ?? Said(entry), isStart);
                table.Put(row + i, 4 + (PerCountry * n), entry?.Unit, isStart, look: Look.Unit);
                table.Put(row + i, 5 + (PerCountry * n), letter, isStart, look: SheetLooks.OfMark(letter));
            }
            table.Put(row + i, region, isStart && sum is not null ? Value(sum) : null, isStart, isRegion: sum is not null);
            table.Put(row + i, region + 1, isStart && sum is not null ? string.Join('\n', Reasons(sum)) : null, isStart, isRegion: sum is not null);
        }
        return row + height;
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

    private void InFull(XLWorkbook book, SheetLooks looks, SubjectTable subject, string title, string source)
    {
        var sheet = book.AddWorksheet(Name(book, subject.Title));
        var columns = subject.Columns;
        var table = new SheetTable(sheet, looks, [.. columns.Select((c, i) => SheetStyle.Width(c.Kind, subject.Entries.Select(e => e.Cells[i]), c.Title))], headerRows: 1);
        foreach (var (i, column) in columns.Index()) table.Head(i + 1, column.Title);
        foreach (var (r, entry) in subject.Entries.Index())
            foreach (var (i, value) in entry.Cells.Index())
                table.Put(r + 2, i + 1, value, look: i == 0 ? Look.Bold : i == columns.Count - 2 ? SheetLooks.OfMark(value as string) : null);
        if (subject.Entries.Count == 0) table.Put(2, 1, texts["NothingReported"].Value);
        table.Finish(Math.Max(subject.Entries.Count + 1, 2), frozenColumns: 1, title, source, isWide: columns.Count > 12);
    }

    private void Notes(XLWorkbook book, SheetLooks looks, IReadOnlyList<Remark> remarks, string title, string source)
    {
        var sheet = book.AddWorksheet(Name(book, texts["NotesSheet"]));
        var table = new SheetTable(sheet, looks, [26, 38, 90, 18], headerRows: 1);
        foreach (var (i, key) in new[] { "SubjectColumn", "RowColumn", "NoteColumn", "Source" }.Index()) table.Head(i + 1, texts[key]);
        foreach (var (r, remark) in remarks.Index())
            foreach (var (i, value) in new[] { remark.Subject, remark.About, remark.Text, remark.Source }.Index()) table.Put(r + 2, i + 1, value);
        table.Finish(remarks.Count + 1, frozenColumns: 1, title, source, isWide: false);
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
