using Monitoring.Data;

namespace Monitoring.Web.Commitments;

/// <summary>A commitment by itself, as it is edited.</summary>
public sealed record CommitmentFacts : Row, IMarked
{
    public string Code { get; init; } = "";
    public string Statement { get; init; } = "";

    /// <summary>Of the statement, and of why it was withdrawn or not fulfilled.</summary>
    public string ContentLanguage { get; init; } = "";
    public string? Area { get; init; }
    public string? Instrument { get; init; }
    public DateOnly? TargetOn { get; init; }
    public CommitmentStatus Status { get; init; }
    public Mark StatusMark { get; init; }

    /// <summary>Why it was withdrawn or not fulfilled.</summary>
    public string? StatusNote { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>Codes of the initiatives that deliver it, in order; not read with the row.</summary>
    public string Delivering { get; init; } = "";

    public Mark MarkOf(string field) => field == nameof(Status) ? StatusMark : Mark;

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select Id, Code, Statement, ContentLanguage, Area, Instrument, TargetOn, Status, StatusMark, StatusNote, Mark, SourceLines, RetiredAt, Version, ChangedAt, ChangedBy
          from Commitment
         where Country = @Country and Id = @Id
        """);

    public static readonly CountrySql DeliveringOf = CountrySql.Of("""
        select i.Code
          from CommitmentInitiative l
          join Initiative i on i.Country = l.Country and i.Id = l.InitiativeId
         where l.Country = @Country and l.CommitmentId = @Id
         order by i.Code
        """);
}

public sealed record CommitmentDraft : Draft
{
    public string Code { get; init; } = "";
    public string Statement { get; init; } = "";

    /// <summary>Of the statement, and of why it was withdrawn or not fulfilled.</summary>
    public string ContentLanguage { get; init; } = "";
    public string? Area { get; init; }
    public string? Instrument { get; init; }
    public DateOnly? TargetOn { get; init; }
    public CommitmentStatus Status { get; init; } = CommitmentStatus.NotStarted;
    public string? StatusNote { get; init; }

    /// <summary>Codes of initiatives, parted by blanks.</summary>
    public string Delivering { get; init; } = "";

    public IReadOnlyList<string> DeliveringCodes => [.. Delivering.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];

    public static CommitmentDraft Of(CommitmentFacts row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Code = row.Code,
        Statement = row.Statement,
        ContentLanguage = row.ContentLanguage,
        Area = row.Area,
        Instrument = row.Instrument,
        TargetOn = row.TargetOn,
        Status = row.Status,
        StatusNote = row.StatusNote,
        Delivering = row.Delivering,
    };
}
