using System.Globalization;
using Monitoring.Web.Layout;

namespace Monitoring.Web.Progress;

/// <summary>How rows with two names and figures are read in the reader's language.</summary>
public static class Reading
{
    /// <summary>The order of names as a dictionary of the reader's language has it.</summary>
    public static StringComparer Order => StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);

    /// <summary>2021 of 2021-S1; 0 without a cycle.</summary>
    public static int YearOf(string? cycle) =>
        cycle is { Length: >= 4 } && int.TryParse(cycle[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    /// <summary>A number as the reader writes it: no places that it does not have.</summary>
    public static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.CurrentCulture);

    /// <summary>A share of a whole with one place; null when there is no whole.</summary>
    public static decimal? Percent(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero);

    public static string Day(DateTime moment) =>
        // The culture's own long date says "24 de noviembre de 2021"; its day of the week says nothing here.
        moment.ToString(CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern
            .Replace("dddd, ", "", StringComparison.Ordinal).Replace("dddd ", "", StringComparison.Ordinal), CultureInfo.CurrentCulture);

    /// <summary>Of a name in both languages the reader's.</summary>
    public static string Choose(string english, string spanish) => ReadersLanguage.Current == ReadersLanguage.English ? english : spanish;
}
