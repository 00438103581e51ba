using System.Globalization;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Seeding;

/// <summary>What the file writes as text and the tables keep as dates and numbers.</summary>
internal static class SeedValue
{
    /// <summary>The first day of what is printed: <c>2018</c>, <c>2006-2016</c>, <c>2021-08-12</c>.</summary>
    public static DateOnly FirstDay(string printed) =>
        DateOnly.TryParseExact(printed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : new DateOnly(int.Parse(printed[..4], CultureInfo.InvariantCulture), 1, 1);

    /// <summary>First and last day of a period that is a whole year; anything else stays text only.</summary>
    public static (DateOnly? Start, DateOnly? End) Period(string? printed) =>
        printed is { Length: 4 } && int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            : (null, null);

    /// <summary>The value of an indicator that is a number.</summary>
    public static decimal? Number(SeedIndicator i) => i is { Actual: { } text, Kind: IndicatorKind.Count or IndicatorKind.Rate or IndicatorKind.Fixed }
        ? decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SeedException($"{ReportFile.Name}: {i.Code} has the value '{text}', which is no number.")
        : null;

    /// <summary>The rung of a ladder; it must be one of its steps.</summary>
    public static string? Rung(SeedIndicator i) => i is { Actual: { } rung, Kind: IndicatorKind.Ladder }
        ? i.Steps.Contains(rung) ? rung : throw new SeedException($"{ReportFile.Name}: {i.Code} stands on '{rung}', which is none of its steps.")
        : null;

    /// <summary>Whether a milestone is reached.</summary>
    public static bool? Reached(SeedIndicator i) => i is { Actual: { } text, Kind: IndicatorKind.Milestone }
        ? text switch
        {
            "yes" => true,
            "no" => false,
            _ => throw new SeedException($"{ReportFile.Name}: {i.Code} is a milestone; '{text}' is neither yes nor no."),
        }
        : null;
}
