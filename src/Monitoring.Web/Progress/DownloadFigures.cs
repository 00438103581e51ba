using System.Globalization;
using System.Text;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Progress;

/// <summary>All published figures as a tidy table: one value a line, with its mark and source.</summary>
public sealed class DownloadFigures(Gate gate)
{
    private static readonly string[] Head =
    [
        "country", "cycle", "snapshot", "initiative", "indicator", "definition", "name", "kind", "unit", "population", "funder", "period", "sex",
        "age_band", "population_group", "place",
        "state", "value", "numerator", "denominator", "distinct_value", "rung", "reached", "baseline", "target", "withheld", "overlap_rule",
        "also_reported_in", "note", "mark", "numerator_mark", "source_lines",
    ];

    /// <summary>UTF-8 with a byte order mark, so that spreadsheets read the accents; lines end as RFC 4180 says.</summary>
    public async Task<byte[]> RunAsync(CancellationToken ct)
    {
        await using var db = await gate.ProgressAsync(ct);
        var text = new StringBuilder();
        Append(text, Head);
        foreach (var (figure, shown) in ProtectedFigures.Of(await db.ListAsync<PublishedFigure>(Figures, null, ct))) Append(text, Cells(figure, shown));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static readonly ProgressSql Figures = ProgressSql.Of("""
        select m.Country, m.MeasurementId, m.CycleCode, m.SnapshotNo, m.IndicatorCode, i.Code as InitiativeCode, m.CommonIndicatorCode, m.Name, m.Kind, m.Unit,
               m.Population, m.OverlapRule, m.Funder, m.AlsoReportedIn, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.DefinitionNo,
               m.ValueState, m.Value, m.Numerator, m.Denominator, m.DistinctValue, m.Rung, m.Reached, m.Baseline, m.BaselineMark, m.Target, m.TargetPeriod, m.Note, m.Mark,
               m.NumeratorMark, m.SourceLines
          from published_measurement m
          left join published_initiative i on i.Country = m.Country and i.InitiativeId = m.InitiativeId
         order by m.Country, m.Position, m.IndicatorCode
        """);

    /// <inheritdoc cref="Csv.Cell"/>
    public static string Cell(string? text) => Csv.Cell(text);

    private static string[] Cells(PublishedFigure figure, ShownFigure shown) =>
        [
            figure.Country.Value, Cell(figure.CycleCode), Number(figure.SnapshotNo), Cell(figure.InitiativeCode), Cell(figure.IndicatorCode),
            Number(figure.DefinitionNo), Cell(figure.Name), figure.Kind.ToString(), Cell(figure.Unit), Cell(figure.Population),
            Cell(figure.Funder), Cell(figure.PeriodText), figure.Sex, figure.AgeBand, Cell(figure.PopulationGroup), Cell(figure.Place), figure.ValueState.ToString(), Number(shown.Value), Number(shown.Numerator),
            Number(shown.Denominator), Number(shown.DistinctValue), Cell(figure.Rung), Truth(figure.Reached), Number(figure.Baseline),
            Number(figure.Target), Truth(shown.IsWithheld), figure.OverlapRule.ToString(), Cell(figure.AlsoReportedIn), Cell(figure.Note),
            figure.Mark.ToString(), figure.NumeratorMark?.ToString() ?? "", Cell(figure.SourceLines),
        ];

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells).Append("\r\n");

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string Truth(bool? value) => value switch { true => "true", false => "false", null => "" };
}
