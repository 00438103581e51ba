using System.Globalization;

namespace Monitoring.Web.Shared;

/// <summary>Codes of what hangs on an initiative: <c>HN-MAHE-R3</c>.</summary>
public static class CodeRules
{
    /// <summary>The code after all of <paramref name="taken"/>: a number is never used twice, even if its row was retired.</summary>
    public static string Next(string initiative, char letter, IEnumerable<string> taken)
    {
        var stem = $"{initiative}-{letter}";
        var last = taken.Where(c => c.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            .Select(c => int.TryParse(c.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty().Max();
        return stem + (last + 1).ToString(CultureInfo.InvariantCulture);
    }
}
