using System.Globalization;
using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>A day on which the country does not work, as its administrator entered it.</summary>
public sealed record Holiday : Row
{
    public DateOnly HeldOn { get; init; }
    public string Name { get; init; } = "";

    public static readonly CountrySql All = CountrySql.Of("""
        select Id, HeldOn, Name, Version, ChangedAt, ChangedBy from Holiday where Country = @Country order by HeldOn
        """);

    public static readonly RegionSql InRegion = RegionSql.Of("select Country, HeldOn from region_holiday");
}

/// <summary>What was pasted: one day a line, its date (2026-09-15 or 15/9/2026) and its name.</summary>
public static class HolidayRules
{
    public const int Name = 120, Lines = 100;

    private static readonly string[] Formats = ["yyyy-M-d", "d/M/yyyy", "d.M.yyyy"];

    public static (IReadOnlyList<(DateOnly Day, string Name)> Days, Problem? Problem) Read(string? pasted)
    {
        var days = new Dictionary<DateOnly, string>();
        var lines = (pasted ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0) return ([], new Problem("Pasted", "Required"));
        if (lines.Length > Lines) return ([], new Problem("Pasted", "TooManyLines", Lines));
        foreach (var (number, line) in lines.Index())
        {
            var parts = line.Split([' ', '\t', ';', ','], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (!DateOnly.TryParseExact(parts[0], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return ([], new Problem("Pasted", "LineHasNoDate", number + 1));
            if (parts.Length < 2 || parts[1].Length > Name) return ([], new Problem("Pasted", "LineHasNoName", number + 1));
            days[day] = parts[1];
        }
        return ([.. days.OrderBy(d => d.Key).Select(d => (d.Key, d.Value))], null);
    }
}
