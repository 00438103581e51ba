using Monitoring.Data;

namespace Monitoring.Web.Comments;

public sealed record CommentRow : Row
{
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public Guid? InitiativeId { get; init; }
    public string Place { get; init; } = "";
    public string Label { get; init; } = "";
    public string Text { get; init; } = "";
    public Guid PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public DateTime WrittenAt { get; init; }
    public DateTime? ResolvedAt { get; init; }
    public string? ResolvedBy { get; init; }

    /// <summary>Did the reader write it?</summary>
    public bool IsMine { get; init; }

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, Subject, SubjectId, InitiativeId, Place, Label, Text, PersonId, PersonName, WrittenAt, ResolvedAt, ResolvedBy,
               case when PersonId = @PersonId then 1 else 0 end as IsMine, Version, ChangedAt, ChangedBy
          from Comment
         where Country = @Country and Id = @Id
        """);
}

public sealed record CommentDraft : Draft
{
    public string Text { get; init; } = "";

    public static CommentDraft Of(CommentRow row) => new() { Id = row.Id, Version = row.Version, Text = row.Text };
}

/// <summary>Settles a comment, or (null) opens it again.</summary>
public sealed record ResolveDraft : Draft
{
    public DateTime? ResolvedAt { get; init; }
}
