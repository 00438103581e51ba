using System.Globalization;

namespace Monitoring.Web.NextSteps;

/// <summary>Months as weeks of days.</summary>
public static class CalendarRules
{
    /// <summary>The month that a text names (<c>2021-12</c>), as its first day; null when it names none.</summary>
    public static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 1990 and <= 2099 ? first : null;

    public static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Whole weeks from the first day of the week of <paramref name="first"/> to the end of its month.</summary>
    public static IReadOnlyList<IReadOnlyList<DateOnly>> Weeks(DateOnly first, DayOfWeek weekBegins)
    {
        var start = first.AddDays(-(((int)first.DayOfWeek - (int)weekBegins + 7) % 7));
        var weeks = new List<IReadOnlyList<DateOnly>>();
        for (var day = start; day < first.AddMonths(1); day = day.AddDays(7))
            weeks.Add([.. Enumerable.Range(0, 7).Select(day.AddDays)]);
        return weeks;
    }
}
