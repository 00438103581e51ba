namespace Monitoring.Web.Reports;

/// <summary>Counts days on which a country works: no Saturday, no Sunday, none of its own holidays. No database, no clock.</summary>
public sealed class WorkingDays(IEnumerable<DateOnly> holidays)
{
    private readonly HashSet<DateOnly> _holidays = [.. holidays];

    public bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative where <paramref name="to"/> lies before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var whole = (to.DayNumber - from.DayNumber) / 7;
        var count = whole * 5;
        for (var day = from.AddDays((whole * 7) + 1); day <= to; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) count++;
        return count - _holidays.Count(h => h > from && h <= to && h.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }
}
