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
    public byte[] Of(Comparison of)
    {
        var subjects = tables.Of(of);
        using var book = SheetStyle.NewWorkbook();
        var title = SheetStyle.Clean(texts["SheetTitle", string.Join(", ", of.Countries.Select(c => c.Country.Name))]);
        var source = string.Join(" · ", of.Countries.Where(c => c.HasData).Select(c => $"{c.Code} {c.Country.CycleCode} #{c.Country.SnapshotNo}"));

        new CoverSheet(texts, words).Add(book, of, subjects, title);
        SideBySide(book, of, subjects, title, source);
        foreach (var subject in subjects) InFull(book, subject, title, source);
        Notes(book, tables.Remarks(of, subjects), title, source);

        book.Properties.Title = title;
        book.Properties.Author = texts["Author"];
        book.Properties.LastModifiedBy = texts["Author"];
        book.Properties.Created = book.Properties.Modified = of.AcceptedAt ?? DateTime.UnixEpoch;
        using var raw = new MemoryStream();
        book.SaveAs(raw);
        return CanonicalZip.Of(raw, book.Properties.Created);
    }

    private void SideBySide(XLWorkbook book, Comparison of, IReadOnlyList<SubjectTable> subjects, string title, string source)
    {
        const int perCountry = 3;
        var sheet = book.AddWorksheet(Name(book, texts["SideBySide"]));
        var region = 3 + (perCountry * of.Countries.Count);
        var last = region + 1;
        sheet.Cell(2, 1).Put(texts["SubjectColumn"].Value);
        sheet.Cell(2, 2).Put(texts["RowColumn"].Value);
        foreach (var (i, country) in of.Countries.Index())
        {
            var column = 3 + (perCountry * i);
            sheet.Cell(1, column).Put(country.Country.Name);
            sheet.Range(1, column, 1, column + perCountry - 1).Merge();
            foreach (var (n, key) in new[] { "Value", "Unit", "Mark" }.Index()) sheet.Cell(2, column + n).Put(texts[key].Value);
            sheet.Column(column).Width = 42;
            sheet.Column(column + 1).Width = 11;
            sheet.Column(column + 2).Width = 6;
        }
        sheet.Cell(1, region).Put(texts["RegionColumn"].Value);
        sheet.Range(1, region, 1, last).Merge();
        sheet.Cell(2, region).Put(texts["Together"].Value);
        sheet.Cell(2, last).Put(texts["Reasons"].Value);
        (sheet.Column(1).Width, sheet.Column(2).Width, sheet.Column(region).Width, sheet.Column(last).Width) = (18, 28, 24, 44);

        var row = 3;
        var starts = new List<int>();
        foreach (var subject in subjects)
            foreach (var group in subject.Groups)
            {
                starts.Add(row);
                row = Group(sheet, row, of, subject, group, region);
            }
        var end = Math.Max(row - 1, 2);
        sheet.Range(1, 1, 2, last).AsHeader();
        sheet.Range(2, 1, end, last).SetAutoFilter();
        sheet.Range(3, 1, Math.Max(end, 3), last).Ruled();
        foreach (var start in starts)
        {
            sheet.Range(start, 1, start, last).Style.Border.TopBorder = XLBorderStyleValues.Thin;
            sheet.Range(start, 1, start, last).Style.Border.TopBorderColor = SheetStyle.Primary;
        }
        sheet.FitRows(2, end, last);
        sheet.SheetView.Freeze(2, 2);
        sheet.ForPaper(title, source, 1, 2, isWide: true);
    }

    private int Group(IXLWorksheet sheet, int row, Comparison of, SubjectTable subject, string group, int region)
    {
        var columns = of.Countries.Select(c => subject.In(group, c.Code)).ToList();
        var height = Math.Max(1, columns.Max(c => c.Count));
        for (var i = 0; i < height; i++)
        {
            sheet.Cell(row + i, 1).Put(subject.Title);
            sheet.Cell(row + i, 2).Put(group);
            foreach (var (n, entries) in columns.Index())
            {
                var at = 3 + (3 * n);
                if (i >= entries.Count) continue;
                var entry = entries[i];
                sheet.Cell(row + i, at).Put(entry.Number ?? Said(entry));
                sheet.Cell(row + i, at + 1).Put(entry.Unit);
                sheet.Cell(row + i, at + 1).Style.Alignment.Indent = 1;
                if (entry.Mark?.Letter().ToString() is not { } letter) continue;
                sheet.Cell(row + i, at + 2).Put(letter);
                sheet.Cell(row + i, at + 2).InkOf(letter);
            }
        }
        if (subject.SumOf(group) is { } sum)
        {
            sheet.Cell(row, region).Put(Value(sum));
            sheet.Cell(row, region + 1).Put(string.Join('\n', Reasons(sum)));
            sheet.Range(row, region, row + height - 1, region + 1).Style.Fill.BackgroundColor = SheetStyle.PrimarySoft;
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

    private void InFull(XLWorkbook book, SubjectTable subject, string title, string source)
    {
        var sheet = book.AddWorksheet(Name(book, subject.Title));
        var columns = subject.Columns;
        foreach (var (i, column) in columns.Index())
        {
            sheet.Cell(1, i + 1).Put(column.Title);
            sheet.Column(i + 1).Width = SheetStyle.Width(column.Kind, subject.Entries.Select(e => e.Cells[i]), column.Title);
        }
        foreach (var (r, entry) in subject.Entries.Index())
        {
            foreach (var (i, value) in entry.Cells.Index()) sheet.Cell(r + 2, i + 1).Put(value);
            sheet.Cell(r + 2, columns.Count - 1).InkOf(entry.Cells[^2] as string);
        }
        var end = subject.Entries.Count + 1;
        if (subject.Entries.Count == 0)
        {
            sheet.Cell(2, 1).Put(texts["NothingReported"].Value);
            sheet.Range(2, 1, 2, columns.Count).Merge();
        }
        sheet.Range(1, 1, 1, columns.Count).AsHeader();
        sheet.Range(1, 1, end, columns.Count).SetAutoFilter();
        sheet.Range(2, 1, Math.Max(end, 2), columns.Count).Ruled();
        sheet.Range(2, 1, Math.Max(end, 2), 1).Style.Font.Bold = true;
        sheet.FitRows(1, end, columns.Count);
        sheet.SheetView.Freeze(1, 1);
        sheet.ForPaper(title, source, 1, 1, isWide: columns.Count > 12);
    }

    private void Notes(XLWorkbook book, IReadOnlyList<Remark> remarks, string title, string source)
    {
        var sheet = book.AddWorksheet(Name(book, texts["NotesSheet"]));
        foreach (var (i, (key, width)) in new[] { ("SubjectColumn", 26d), ("RowColumn", 38), ("NoteColumn", 90), ("Source", 18) }.Index())
        {
            sheet.Cell(1, i + 1).Put(texts[key].Value);
            sheet.Column(i + 1).Width = width;
        }
        foreach (var (r, remark) in remarks.Index())
            foreach (var (i, value) in new[] { remark.Subject, remark.About, remark.Text, remark.Source }.Index()) sheet.Cell(r + 2, i + 1).Put(value);
        sheet.Range(1, 1, 1, 4).AsHeader();
        sheet.Range(1, 1, remarks.Count + 1, 4).SetAutoFilter();
        if (remarks.Count > 0) sheet.Range(2, 1, remarks.Count + 1, 4).Ruled();
        sheet.FitRows(1, remarks.Count + 1, 4);
        sheet.SheetView.Freeze(1, 1);
        sheet.ForPaper(title, source, 1, 1, isWide: false);
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
