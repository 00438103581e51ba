using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Parts;

/// <summary>One part of a figure: what it is, where it comes from and who stands behind it.</summary>
public sealed record FigurePart
{
    public required CountryCode Country { get; init; }

    /// <summary>What a person calls it: HN-MAHE, HN-MAHE-N2, 2021-S2.</summary>
    public required string Code { get; init; }

    /// <summary>Kind of row and its id, for author and evidence; null for what is no row.</summary>
    public (string Subject, Guid Id)? Row { get; init; }
    public string? Text { get; init; }
    public string? Language { get; init; }
    public ContentState? State { get; init; }
    public Mark? Mark { get; init; }
    public string? SourceLines { get; init; }

    /// <summary>It is in the numerator; null where the figure has none.</summary>
    public bool? Counts { get; init; }

    // What it says: one of these.
    public StatusRow? Initiative { get; init; }
    public StepRow? Step { get; init; }
    public Figure? Figure { get; init; }
    public BudgetRow? Line { get; init; }
    public Timed? Timed { get; init; }
    public Move? Move { get; init; }
}

/// <summary>What of a country stands here: approved content, or a snapshot with its hash, and who accepted it.</summary>
public sealed record StandingRow
{
    public CountryCode Country { get; init; }
    public ContentState State { get; init; }
    public int SnapshotNo { get; init; }
    public string CycleCode { get; init; } = "";
    public string? Hash { get; init; }
    public DateTime SeenAt { get; init; }
    public string? AcceptedBy { get; init; }
}

/// <summary>Somebody and when: who wrote a row, or approved a report.</summary>
public sealed record WhoRow
{
    public CountryCode Country { get; init; }
    public string CycleCode { get; init; } = "";
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string PersonName { get; init; } = "";

    /// <summary>Of an approval: whom they stood in for.</summary>
    public string? ForPersonName { get; init; }
    public DateTime HappenedAt { get; init; }
}

/// <summary>A piece of evidence as the region may know it: a link where it is public; a file and what is internal by title only.</summary>
public sealed record EvidenceTitleRow
{
    public CountryCode Country { get; init; }
    public Guid EvidenceId { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Title { get; init; } = "";
    public string? Address { get; init; }
    public bool IsFile { get; init; }
    public bool IsPublic { get; init; }
}

/// <summary>Where a row stands in the source, and its words.</summary>
public sealed record SourceRow
{
    public CountryCode Country { get; init; }
    public Guid Id { get; init; }
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string? Text { get; init; }
    public string? Language { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

/// <summary>A figure opened.</summary>
public sealed record FigureParts
{
    public required FigureOf Of { get; init; }
    public required CountryRow? Country { get; init; }
    public required string? Code { get; init; }

    /// <summary>The figure itself, where it is one.</summary>
    public required Aggregate? Whole { get; init; }
    public required IReadOnlyList<FigurePart> Parts { get; init; }
    public required IReadOnlyList<CountryRow> Countries { get; init; }
    public required IReadOnlyDictionary<CountryCode, StandingRow> Standing { get; init; }
    public required ILookup<(CountryCode, string), WhoRow> Approvals { get; init; }
    public required ILookup<(string, Guid), WhoRow> Authors { get; init; }
    public required ILookup<(string, Guid), EvidenceTitleRow> Evidence { get; init; }

    public string NameOf(CountryCode country) => Countries.FirstOrDefault(c => c.Country == country)?.Name ?? country.Value;

    /// <summary>The last approval before what stands here was approved or accepted.</summary>
    public WhoRow? ApprovedBy(CountryCode country) => Standing.GetValueOrDefault(country) is { } standing
        ? Approvals[(country, standing.CycleCode)].Where(a => a.HappenedAt <= standing.SeenAt).MaxBy(a => a.HappenedAt)
        : null;

    public WhoRow? Author(FigurePart part) => part.Row is { } row ? Authors[(row.Subject, row.Id)].FirstOrDefault(a => a.Country == part.Country) : null;

    public IEnumerable<EvidenceTitleRow> EvidenceOf(FigurePart part) => part.Row is { } row ? Evidence[(row.Subject, row.Id)].Where(e => e.Country == part.Country) : [];
}
