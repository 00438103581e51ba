using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Region.Compare;

/// <summary>What stands in a column: decides type, format and width on a sheet.</summary>
public enum CellKind { Narrow, Text, Wide, Number, Share, Date }

/// <summary>A column of a subject in full, with its title in the reader's language.</summary>
public sealed record TableColumn(string Title, CellKind Kind);

/// <summary>A share of one, shown as a percentage.</summary>
public readonly record struct Share(decimal Value);

/// <summary>One thing that a country reports: in short for the view side by side, in cells for the sheet of its subject.</summary>
public sealed record Entry
{
    public required CountryCode Country { get; init; }

    /// <summary>The row in which it stands side by side: an axis, an indicator, a unit.</summary>
    public required string Group { get; init; }

    public string? Code { get; init; }

    public required string Text { get; init; }

    public string? Detail { get; init; }

    /// <summary>The text as the page shows it to its reader; sheets and csv keep it as it is written.</summary>
    public Narrative? Said { get; init; }

    /// <summary>The name of the figure in the same way, and what stands beside the name in <see cref="Detail"/>.</summary>
    public Narrative? Named { get; init; }

    /// <inheritdoc cref="Named"/>
    public string? BesideName { get; init; }

    /// <summary>What a sheet says in the reader's language beside the original; null: nothing, or the original is in it.</summary>
    public Narrative? Translated => Said is { IsTranslated: true } ? Said : Named is { IsTranslated: true } ? Named : null;

    /// <summary>The value as a number, where it is one: <see cref="decimal"/> or <see cref="Share"/>.</summary>
    public object? Number { get; init; }

    public string? Unit { get; init; }

    public required Mark? Mark { get; init; }

    public string? Source { get; init; }

    /// <summary>Content of a report, in its own language; otherwise our words in the reader's.</summary>
    public bool IsContent { get; init; }

    /// <summary>One value for each column: text, <see cref="decimal"/>, <see cref="Share"/>, <see cref="DateOnly"/> or null.</summary>
    public required IReadOnlyList<object?> Cells { get; init; }
}

/// <summary>What the figures of one row come to.</summary>
public sealed record GroupSum(string Group, Aggregate Together, IReadOnlyList<Aggregate> Subtotals, string? NothingText = null);

/// <summary>One subject of the comparison, in the reader's language.</summary>
public sealed record SubjectTable(Subject Subject, string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<Entry> Entries, IReadOnlyList<GroupSum> Sums)
{
    private readonly ILookup<(string, CountryCode), Entry> _cells = Entries.ToLookup(e => (e.Group, e.Country));

    /// <summary>The rows in their order.</summary>
    public IReadOnlyList<string> Groups { get; } = [.. Entries.Select(e => e.Group).Concat(Sums.Select(s => s.Group)).Distinct()];

    public IReadOnlyList<Entry> In(string group, CountryCode country) => [.. _cells[(group, country)]];

    public GroupSum? SumOf(string group) => Sums.FirstOrDefault(s => s.Group == group);
}

/// <summary>A remark of the notes: a refusal with its reason, a missing value, a finding about the source.</summary>
public sealed record Remark(string Subject, string About, string Text, string? Source);
