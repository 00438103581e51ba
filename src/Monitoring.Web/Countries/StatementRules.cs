using System.Globalization;
using System.Text.RegularExpressions;
using Monitoring.Data;
using Monitoring.Web.Shared;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Countries;

/// <summary>What is true about what a country says of its progress, and about the events of its timeline.</summary>
public static partial class StatementRules
{
    public const int Text = 2000, EventText = 1000, When = 20;

    private const char Letter = 'P';

    public static Problem? Problem(StatementDraft draft, DateOnly today) =>
        TextRules.Problem(nameof(draft.Text), draft.Text, Text, isRequired: true)
        ?? TranslationRules.LanguageProblem(nameof(draft.ContentLanguage), draft.ContentLanguage)
        ?? WhenProblem(nameof(draft.HappenedText), draft.HappenedText, today, isRequired: false)
        ?? (string.IsNullOrWhiteSpace(draft.AxisCode) ? new Problem(nameof(draft.AxisCode), "Required") : null);

    public static Problem? Problem(TimelineEventDraft draft, DateOnly today) =>
        WhenProblem(nameof(draft.HappenedText), draft.HappenedText, today, isRequired: true)
        ?? TextRules.Problem(nameof(draft.Text), draft.Text, EventText, isRequired: true)
        ?? TranslationRules.LanguageProblem(nameof(draft.ContentLanguage), draft.ContentLanguage);

    private static Problem? WhenProblem(string field, string? printed, DateOnly today, bool isRequired) =>
        TextRules.Problem(field, printed, When, isRequired)
        ?? (printed is null ? null
            : FirstDay(printed) is not { } first ? new Problem(field, "WhenForm")
            : first > today ? new Problem(field, "NotYet") : null);

    /// <summary>The first day of a day, a month, a year or a span of years: <c>2021-08-12</c>, <c>2021-08</c>, <c>2018</c>,
    /// <c>2006-2016</c>; null for anything else.</summary>
    public static DateOnly? FirstDay(string printed)
    {
        if (Years().Match(printed) is { Success: true } years)
            return Year(years, 1) <= Year(years, 2) ? new DateOnly(Year(years, 1), 1, 1) : null;
        return DateOnly.TryParseExact(printed, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= FirstYear ? day : null;
    }

    // What is typed with fewer figures is a slip.
    private const int FirstYear = 1000;

    private static int Year(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The code after all of <paramref name="taken"/>, retired ones too: <c>HN-P5</c>. The first of a country begins with the country's own.</summary>
    public static string NextCode(CountryCode country, IReadOnlyList<string> taken)
    {
        var stem = taken.Select(c => Coded().Match(c)).FirstOrDefault(m => m.Success)?.Groups[1].Value ?? country.Value;
        return CodeRules.Next(stem, Letter, taken);
    }

    [GeneratedRegex("^([1-9][0-9]{3})-([1-9][0-9]{3})\\z")]
    private static partial Regex Years();

    [GeneratedRegex("^(.+)-P[0-9]+\\z")]
    private static partial Regex Coded();
}
