using ClosedXML.Excel;
using Microsoft.Extensions.Localization;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Compare;

/// <summary>The first sheet: what is compared, from which snapshots, and how to read the rest.</summary>
internal sealed class CoverSheet(IStringLocalizer<RegionTexts> texts, IStringLocalizer<Words> words)
{
    private const int Columns = 6;

    public void Add(XLWorkbook book, Comparison of, IReadOnlyList<SubjectTable> subjects, string title)
    {
        var sheet = book.AddWorksheet(ComparisonWorkbook.Name(book, texts["CoverSheet"]));
        foreach (var (i, width) in new[] { 22d, 14, 12, 14, 20, 74 }.Index()) sheet.Column(i + 1).Width = width;
        sheet.ShowGridLines = false;

        sheet.Cell(1, 1).SetValue(title);
        sheet.Range(1, 1, 1, Columns).Merge().Style.Font.SetBold().Font.SetFontSize(18).Font.SetFontColor(SheetStyle.Primary).Alignment.SetWrapText(true);
        sheet.Row(1).Height = 46;
        sheet.Cell(2, 1).SetValue(texts["SheetLead"].Value);
        sheet.Range(2, 1, 2, Columns).Merge().Style.Font.FontColor = SheetStyle.Muted;

        var row = Snapshots(sheet, 4, of);
        row = Lines(sheet, row + 1, texts["CoverFilter"],
        [
            (texts["Cycles"], of.Selection.Cycle ?? (of.Cycles.Count == 0 ? texts["NewestAccepted"].Value : $"{texts["NewestAccepted"]} ({string.Join(", ", of.Cycles)})")),
            (texts["Rows"], string.Join(", ", subjects.Select(s => s.Title))),
            (texts["Axis"], of.Axes.FirstOrDefault(a => a.Code == of.Selection.Axis)?.Name ?? texts["AllAxes"].Value),
        ]);
        row = Lines(sheet, row + 1, texts["Marks"], [.. Enum.GetValues<Mark>().Select(m => (m.Letter().ToString(), words.For(m)))]);
        Lines(sheet, row + 1, texts["HowToRead"], [.. Enumerable.Range(1, 4).Select(n => ($"{n}", texts[$"HowToRead{n}"].Value))]);
        sheet.ForPaper(title, "", headerRows: 0, isWide: false);
    }

    private int Snapshots(IXLWorksheet sheet, int row, Comparison of)
    {
        foreach (var (i, key) in new[] { "Country", "SnapshotNo", "Cycle", "State", "AcceptedOn", "Hash" }.Index()) sheet.Cell(row, i + 1).SetValue(texts[key].Value);
        sheet.Range(row, 1, row, Columns).AsHeader();
        foreach (var country in of.Countries)
        {
            row++;
            sheet.Cell(row, 1).SetValue(SheetStyle.Clean(country.Country.Name));
            sheet.Range(row, 1, row, Columns).Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(SheetStyle.Line);
            if (country.Country is not { SnapshotNo: { } no, State: { } state, AcceptedAt: { } accepted } snapshot)
            {
                sheet.Cell(row, 2).SetValue(texts[country.WhyNothing].Value);
                continue;
            }
            sheet.Cell(row, 2).SetValue(no).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
            sheet.Cell(row, 3).SetValue(snapshot.CycleCode);
            sheet.Cell(row, 4).SetValue(words.For(state));
            sheet.Cell(row, 5).SetValue(accepted.Date).Style.DateFormat.SetFormat("d mmm yyyy").Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
            sheet.Cell(row, 6).SetValue(snapshot.Hash).Style.Font.SetFontName("Consolas").Font.SetFontSize(9);
        }
        return row + 1;
    }

    private static int Lines(IXLWorksheet sheet, int row, string title, IReadOnlyList<(string Name, string Text)> lines)
    {
        sheet.Cell(row, 1).SetValue(title);
        sheet.Cell(row, 1).Style.Font.SetBold().Font.SetFontColor(SheetStyle.Primary);
        sheet.Range(row, 1, row, Columns).Merge();
        foreach (var (name, text) in lines)
        {
            row++;
            sheet.Cell(row, 1).SetValue(name);
            sheet.Cell(row, 2).SetValue(SheetStyle.Clean(text));
            sheet.Range(row, 2, row, Columns).Merge().Style.Alignment.WrapText = true;
            // Merged cells do not grow by themselves: about 130 letters stand on a line.
            sheet.Row(row).Height = 15 * (1 + (text.Length / 130));
        }
        return row + 1;
    }
}
