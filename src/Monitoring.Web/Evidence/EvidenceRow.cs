using Monitoring.Data;

namespace Monitoring.Web.Evidence;

/// <summary>A link or a stored file.</summary>
public sealed record EvidenceRow : Row
{
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Title { get; init; } = "";
    public string? Address { get; init; }
    public string? FileHash { get; init; }
    public string? FileName { get; init; }
    public string? MediaType { get; init; }
    public long? FileBytes { get; init; }
    public bool IsPublic { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select Id, Subject, SubjectId, Title, Address, FileHash, FileName, MediaType, FileBytes, IsPublic, RetiredAt, Version, ChangedAt, ChangedBy
          from Evidence
         where Country = @Country and Id = @Id
        """);
}

public sealed record EvidenceDraft : Draft
{
    public string Title { get; init; } = "";
    public string? Address { get; init; }
    public string? FileHash { get; init; }
    public string? FileName { get; init; }
    public string? MediaType { get; init; }
    public long? FileBytes { get; init; }
    public bool IsPublic { get; init; }
}
