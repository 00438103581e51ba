using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Figures;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Compare;

/// <summary>The comparison as one tidy table: an entry a line, then what the rows come to and the notes.</summary>
public sealed class ComparisonCsv(SubjectTables tables, IStringLocalizer<RegionTexts> texts, IStringLocalizer<FiguresTexts> figures)
{
    private static readonly string[] Head = ["SubjectColumn", "RowColumn", "Country", "Code", "Value", "NumberColumn", "Unit", "Details", "Mark", "Source", "Cycle", "SnapshotNo"];

    /// <summary>UTF-8 with a byte order mark, so that spreadsheets read the accents.</summary>
    public byte[] Of(Comparison of)
    {
        var subjects = tables.Of(of);
        var snapshots = of.Countries.ToDictionary(c => c.Code, c => c.Country);
        var text = new StringBuilder();
        Line(text, [.. Head.Select(key => texts[key].Value)]);
        foreach (var subject in subjects)
        {
            foreach (var e in subject.Entries)
                Line(text, subject.Title, e.Group, e.Country.Value, e.Code, e.Text, Number(e.Number), e.Unit, e.Detail, e.Mark?.Letter().ToString(), e.Source,
                    snapshots[e.Country].CycleCode, snapshots[e.Country].SnapshotNo?.ToString(CultureInfo.InvariantCulture));
            foreach (var sum in subject.Sums)
                Line(text, subject.Title, sum.Group, texts["RegionColumn"], null, figures.Say(sum.Together), sum.Together is Total t ? Number(t.Value) : null,
                    sum.Together.Unit, string.Join(" ", figures.Why(sum.Together)), sum.Together.Parts.Count > 0 ? sum.Together.Mark.Letter().ToString() : null, null, null, null);
        }
        foreach (var remark in tables.Remarks(of, subjects))
            Line(text, texts["NotesSheet"], remark.Subject, null, remark.About, remark.Text, null, null, null, null, remark.Source, null, null);
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string? Number(object? value) => value switch
    {
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        Share share => share.Value.ToString("0.######", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static void Line(StringBuilder text, params string?[] cells) => text.AppendJoin(',', cells.Select(Csv.Cell)).Append("\r\n");
}
