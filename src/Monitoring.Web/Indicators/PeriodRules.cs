using System.Globalization;
using System.Text.RegularExpressions;
using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>Periods as they are written: <c>2021</c>, <c>2021-S2</c>, <c>2021-Q3</c>, <c>2021-07</c>.</summary>
public static partial class PeriodRules
{
    /// <summary>The period that a text names; null when it names none.</summary>
    public static ReportPeriod? Read(string? text)
    {
        var match = Form().Match(text?.Trim().ToUpperInvariant() ?? "");
        if (!match.Success) return null;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var part = match.Groups["part"].Value;
        var (first, months) = part switch
        {
            "" => (1, 12),
            ['S', var half] => ((half - '1') * 6 + 1, 6),
            ['Q' or 'T', var quarter] => ((quarter - '1') * 3 + 1, 3),
            _ => (int.Parse(part, CultureInfo.InvariantCulture), 1),
        };
        if (first is < 1 or > 12) return null;
        var start = new DateOnly(year, first, 1);
        return new ReportPeriod(part.Length == 0 ? match.Groups["year"].Value : $"{year}-{part.Replace('T', 'Q')}", start, start.AddMonths(months).AddDays(-1));
    }

    /// <summary>Nothing is reported of a period that has not begun.</summary>
    public static Problem? Problem(ReportPeriod period, DateOnly today) =>
        period.Start > today ? new Problem("Period", "FuturePeriod", period.Text ?? "") : null;

    // A quarter is a trimestre in Spanish.
    [GeneratedRegex("^(?<year>19[0-9]{2}|20[0-9]{2})(-(?<part>S[12]|[QT][1-4]|[01][0-9]))?$")]
    private static partial Regex Form();
}
