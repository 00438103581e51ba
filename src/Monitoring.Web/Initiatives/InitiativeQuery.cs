using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>A column of the list beside the initiative itself, in the order in which they stand.</summary>
public enum InitiativeColumn { Axis, Topics, InCharge, Stage, Outlook, Progress, Results, NextSteps, Completeness, Changed }

/// <summary>What an address asks the list for. The page and its files read it here, so they cannot disagree.</summary>
public sealed record InitiativeQuery(InitiativeFilter Filter, string? Sort, IReadOnlyList<InitiativeColumn> Columns)
{
    /// <summary>What is shown when nothing is chosen.</summary>
    public static IReadOnlyList<InitiativeColumn> Usual { get; } =
    [
        InitiativeColumn.Axis, InitiativeColumn.Stage, InitiativeColumn.Outlook, InitiativeColumn.Results, InitiativeColumn.NextSteps,
        InitiativeColumn.Completeness, InitiativeColumn.Changed,
    ];

    public bool Shows(InitiativeColumn column) => Columns.Contains(column);

    /// <summary>As the address writes it; null for the usual.</summary>
    public static string? ColumnsText(IEnumerable<InitiativeColumn> columns)
    {
        var chosen = columns.Order().ToList();
        return chosen.SequenceEqual(Usual) ? null : chosen.Count == 0 ? "none" : string.Join(',', chosen);
    }

    /// <exception cref="UnknownChoiceException">A word that is not offered.</exception>
    public static InitiativeQuery Of(InitiativeAddress address) => new(
        new InitiativeFilter(address.Search, Given(address.Axis), Choice<Stage>(address.Stage, "stage"), Choice<Outlook>(address.Outlook, "outlook"),
            IsOld(address) ? null : Choice<Gap>(address.Gap, "gap"), Given(address.Topic), Given(address.Institution),
            IsOld(address) || (Choice<OverdueOnly>(address.Overdue, "overdue") is not null)),
        Given(address.Sort),
        address.Columns is null ? Usual
            : address.Columns == "none" ? []
            : address.Columns.Split(',').Select(c => Choice<InitiativeColumn>(c, "columns") ?? throw new UnknownChoiceException("columns", c)).Distinct().Order().ToList());

    // Addresses that were kept when overdue was one of the gaps.
    private static bool IsOld(InitiativeAddress address) => string.Equals(address.Gap, "Overdue", StringComparison.OrdinalIgnoreCase);

    private enum OverdueOnly { Yes }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static TEnum? Choice<TEnum>(string? word, string what) where TEnum : struct, Enum =>
        string.IsNullOrEmpty(word) ? null
        : Enum.TryParse<TEnum>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0]) ? value
        : throw new UnknownChoiceException(what, word);
}

/// <summary>The words of the address, as they stand there.</summary>
public sealed record InitiativeAddress
{
    public string? Search { get; init; }
    public string? Axis { get; init; }
    public string? Topic { get; init; }
    public string? Institution { get; init; }
    public string? Stage { get; init; }
    public string? Outlook { get; init; }
    public string? Gap { get; init; }
    public string? Overdue { get; init; }
    public string? Sort { get; init; }
    public string? Columns { get; init; }
}
