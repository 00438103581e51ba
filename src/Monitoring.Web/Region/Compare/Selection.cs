using Monitoring.Data;

namespace Monitoring.Web.Region.Compare;

/// <summary>What can be put side by side, in the report's order.</summary>
public enum Subject
{
    Initiatives, Objectives, Partners, EnablingElements, Challenges, ImprovementNeeds, NextSteps, Results, Statements, Commitments, LegalLadder,
    Checklists, CommonIndicators, Figures, Budget,
}

/// <summary>
/// The choice of a comparison, as it stands in the address: <c>?countries=hnd,mex&amp;rows=results,figures&amp;axis=AX4&amp;cycle=2021-S1</c>. Page,
/// sheet and csv take the same one. Without a cycle it is the newest that each country had accepted.
/// </summary>
public sealed record Selection(IReadOnlyList<CountryCode> Countries, IReadOnlyList<Subject> Subjects, string? Axis, string? Cycle = null)
{
    /// <summary>What is shown before anybody has chosen rows.</summary>
    public static readonly IReadOnlyList<Subject> Usual = [Subject.Initiatives, Subject.NextSteps, Subject.Results, Subject.LegalLadder, Subject.CommonIndicators];

    /// <summary>More than stand legibly side by side on a screen or on paper.</summary>
    public const int Most = 12;

    public bool IsTooMuch => Countries.Count > Most;

    /// <summary>There is something to compare: two countries and a row, and no more than can be read.</summary>
    public bool IsEnough => Countries.Count is >= 2 and <= Most && Subjects.Count > 0;

    /// <summary>The rest of the address, without the question mark.</summary>
    public string Query
    {
        get
        {
            var axis = Axis is null ? "" : "&axis=" + Uri.EscapeDataString(Axis);
            var cycle = Cycle is null ? "" : "&cycle=" + Uri.EscapeDataString(Cycle);
            return $"countries={string.Join(',', Countries.Select(c => c.Slug))}&rows={string.Join(',', Subjects.Select(Word))}{axis}{cycle}";
        }
    }

    /// <summary>Reads an address. Null means "not chosen yet" and is left to the caller; what is there must be known.</summary>
    /// <exception cref="UnknownChoiceException">A word that is no country code, or a row that is not offered.</exception>
    public static Selection Parse(string? countries, string? rows, string? axis, string? cycle, IReadOnlyList<CountryCode> usual) => new(
        countries is null ? usual : [.. Words(countries).Select(Country).Distinct()],
        rows is null ? Usual : [.. Words(rows).Select(Row).Distinct().Order()],
        string.IsNullOrEmpty(axis) ? null : axis,
        string.IsNullOrEmpty(cycle) ? null : cycle);

    /// <summary>With or without a country.</summary>
    public Selection Toggle(CountryCode country) => this with { Countries = Countries.Contains(country) ? [.. Countries.Where(c => c != country)] : [.. Countries, country] };

    /// <summary>With or without a row.</summary>
    public Selection Toggle(Subject subject) =>
        this with { Subjects = Subjects.Contains(subject) ? [.. Subjects.Where(s => s != subject)] : [.. Subjects.Append(subject).Order()] };

    /// <summary>As it stands in the address: <c>next-steps</c>.</summary>
    public static string Word(Subject subject) =>
        string.Concat(subject.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static CountryCode Country(string word) => CountryCode.TryParse(word, out var code) ? code : throw new UnknownChoiceException("country", word);

    private static Subject Row(string word)
    {
        foreach (var subject in Enum.GetValues<Subject>())
            if (Word(subject) == word) return subject;
        throw new UnknownChoiceException("row", word);
    }
}
