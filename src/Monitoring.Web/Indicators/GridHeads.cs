using System.Globalization;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Layout;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>A heading of a pasted block that names another column or row of the grid than the one under which it comes to stand.</summary>
public sealed record HeadElsewhere(string Text, CellKey Onto);

/// <summary>
/// Headings that a block brings along from its sheet: the grid's own names in either language, and whatever else is words and no value.
/// A number is never taken for a heading.
/// </summary>
public sealed class GridHeads(IReadOnlyDictionary<string, Sex> sexes, IReadOnlyDictionary<string, string> ages, CellReader reader)
{
    public static GridHeads Of(IStringLocalizer<IndicatorsTexts> texts, IStringLocalizer<Words> words, CellReader reader)
    {
        var (sexes, ages) = (new Dictionary<string, Sex>(), new Dictionary<string, string>());
        var mine = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in new[] { ReadersLanguage.English, ReadersLanguage.Spanish })
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                // "Total" heads a column or a row: it says nothing about where it belongs.
                foreach (var sex in Enum.GetValues<Sex>().Where(s => s is not Sex.All)) sexes[Plain(words.For(sex))] = sex;
                foreach (var age in CellKey.Ages) ages[Plain(texts["Age." + age])] = age;
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = mine;
        }
        foreach (var sex in Enum.GetValues<Sex>().Where(s => s is not (Sex.All or Sex.Unknown))) sexes.TryAdd(Plain(sex.ToString()), sex);
        foreach (var age in CellKey.Ages.Where(a => a is not (CellKey.All or "Unknown"))) ages.TryAdd(Plain(age), age);
        return new(sexes, ages, reader);
    }

    /// <summary>How many rows at the top are headings; none where nothing would be left.</summary>
    public int Rows(IReadOnlyList<string[]> block) => LessThanAll(block.TakeWhile(IsHead).Count(), block.Count);

    /// <summary>How many columns at the left are headings, looking below the rows that are.</summary>
    public int Columns(IReadOnlyList<string[]> block, int headRows)
    {
        var body = block.Skip(headRows).ToList();
        var width = body.Count == 0 ? 0 : body.Max(r => r.Length);
        return LessThanAll(Enumerable.Range(0, width).TakeWhile(c => IsHead(body.Select(r => r.ElementAtOrDefault(c) ?? ""))).Count(), width);
    }

    /// <summary>Headings under which another column or row of the grid would be filled.</summary>
    /// <param name="block">With its headings.</param>
    /// <param name="headRows">How many rows of it are left out.</param>
    /// <param name="headColumns">How many columns of it are left out.</param>
    /// <param name="row">Row of the grid at which the rest begins.</param>
    /// <param name="column">Column of the grid at which the rest begins.</param>
    /// <param name="grid">The grid.</param>
    public IEnumerable<HeadElsewhere> Elsewhere(IReadOnlyList<string[]> block, int headRows, int headColumns, int row, int column, CellGrid grid)
    {
        foreach (var line in block.Take(headRows))
            foreach (var (c, text) in line.Index().Skip(headColumns))
                if (sexes.TryGetValue(Plain(text), out var sex) && grid.At(row, column + c - headColumns) is { } cell && cell.Sex != sex)
                    yield return new(text, cell with { AgeBand = CellKey.All });
        foreach (var (r, line) in block.Index().Skip(headRows))
            foreach (var text in line.Take(headColumns))
                if (ages.TryGetValue(Plain(text), out var age) && grid.At(row + r - headRows, column) is { } cell && cell.AgeBand != age)
                    yield return new(text, cell with { Sex = Sex.All });
    }

    private bool IsHead(IEnumerable<string> cells)
    {
        var written = cells.Where(c => c.Length > 0).ToList();
        return written.Count > 0 && written.TrueForAll(IsHead);
    }

    private bool IsHead(string text) => sexes.ContainsKey(Plain(text)) || ages.ContainsKey(Plain(text)) || (text.Any(char.IsLetter) && !reader.IsWord(text));

    private static int LessThanAll(int heads, int all) => heads == all ? 0 : heads;

    // Sheets write the dash of an age band in every way.
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('–', '-').Replace('—', '-').ToUpperInvariant();
}
