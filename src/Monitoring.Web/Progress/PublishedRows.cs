using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Progress;

/// <summary>What a country has published, and when.</summary>
public sealed record PublishedSnapshot
{
    public CountryCode Country { get; init; }
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string Name => Reading.Choose(NameEn, NameEs);
    public int SnapshotNo { get; init; }
    public string CycleCode { get; init; } = "";
    public string Title { get; init; } = "";
    public string Hash { get; init; } = "";
    public DateTime PublishedAt { get; init; }

    /// <summary>Enough of the hash to compare by eye.</summary>
    public string ShortHash => Hash[..12];
}

/// <summary>A country's part in the group in the year of the cycle.</summary>
public sealed record RoleInGroup
{
    public CountryCode Country { get; init; }
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string Name => Reading.Choose(NameEn, NameEs);
    public int RoleYear { get; init; }
    public Countries.CountryRoleKind Role { get; init; }
}

public sealed record Axis
{
    public string Code { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string Name => Reading.Choose(NameEn, NameEs);
    public int Position { get; init; }
}

/// <summary>How much of their fact sheets the initiatives of one country, axis and stage fill.</summary>
public sealed record SheetCount
{
    public CountryCode Country { get; init; }
    public string AxisCode { get; init; } = "";
    public Stage Stage { get; init; }
    public int Initiatives { get; init; }
    public long Results { get; init; }
    public long DistinctResults { get; init; }
    public int WithResults { get; init; }
    public int WithNextSteps { get; init; }
    public int WithFigures { get; init; }
    public int WithChallenges { get; init; }
    public int WithImprovementNeeds { get; init; }
    public int WithAmounts { get; init; }
}

/// <summary>One published initiative in a list: how far it is and how much of its sheet is filled.</summary>
public sealed record PublishedSheet
{
    public CountryCode Country { get; init; }
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string AxisCode { get; init; } = "";
    public Stage Stage { get; init; }
    public Mark StageMark { get; init; }
    public int Results { get; init; }
    public int DistinctResults { get; init; }
    public int Amounts { get; init; }
}

public sealed record StatementCount
{
    public CountryCode Country { get; init; }
    public string AxisCode { get; init; } = "";
    public int Statements { get; init; }
}

public sealed record PublishedStatement
{
    public Guid StatementId { get; init; }

    /// <summary>Null: published before texts of a country had a language of their own.</summary>
    public string? ContentLanguage { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public string? HappenedText { get; init; }
    public string AxisCode { get; init; } = "";
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

public sealed record PublishedEvent
{
    public Guid EventId { get; init; }
    public string? ContentLanguage { get; init; }
    public string HappenedText { get; init; } = "";
    public string Text { get; init; } = "";
    public Mark Mark { get; init; }
}

public sealed record PublishedCommitment
{
    public Guid CommitmentId { get; init; }
    public string? ContentLanguage { get; init; }
    public string Code { get; init; } = "";
    public string Statement { get; init; } = "";
    public string? Instrument { get; init; }
    public Commitments.CommitmentStatus Status { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

/// <summary>A budget line as published. Amounts are minor units; null is not reported.</summary>
public sealed record PublishedBudgetLine
{
    public CountryCode Country { get; init; }
    public string? InitiativeCode { get; init; }
    public int FiscalYear { get; init; }
    public string? Funder { get; init; }
    public string Currency { get; init; } = "";
    public long? RequiredMinor { get; init; }
    public long? NationalMinor { get; init; }
    public long? PledgedMinor { get; init; }
    public long? CommittedMinor { get; init; }
    public long? DisbursedMinor { get; init; }
    public Mark Mark { get; init; }
}

public sealed record SourceGap
{
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public string? SourceLines { get; init; }
}
