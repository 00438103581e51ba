using Monitoring.Data;

namespace Monitoring.Web.Checklists;

/// <summary>A country's answer to one item.</summary>
public sealed record AnswerRow : Row, IMarked
{
    public string ChecklistCode { get; init; } = "";
    public int ItemNo { get; init; }
    public ChecklistReply? Answer { get; init; }
    public string? Note { get; init; }

    /// <summary>Of the note.</summary>
    public string ContentLanguage { get; init; } = "";
    public DateOnly? AnsweredOn { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines => null;

    /// <summary>What a person calls it: <c>CL1.3</c>.</summary>
    public string Label => $"{ChecklistCode}.{ItemNo}";

    public static readonly CountrySql One = CountrySql.Of("""
        select Id, ChecklistCode, ItemNo, Answer, Note, ContentLanguage, AnsweredOn, Mark, Version, ChangedAt, ChangedBy
          from ChecklistAnswer
         where Country = @Country and Id = @Id
        """);
}

/// <summary>What a person answers. Nothing is ticked beforehand: no answer is null until one is chosen.</summary>
public sealed record AnswerDraft : Draft
{
    public string ChecklistCode { get; init; } = "";
    public int ItemNo { get; init; }
    public ChecklistReply? Answer { get; init; }
    public string? Note { get; init; }

    /// <summary>Of the note.</summary>
    public string ContentLanguage { get; init; } = "";
    public DateOnly? AnsweredOn { get; init; }

    public static AnswerDraft Of(AnswerRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        ChecklistCode = row.ChecklistCode,
        ItemNo = row.ItemNo,
        Answer = row.Answer,
        Note = row.Note,
        ContentLanguage = row.ContentLanguage,
        AnsweredOn = row.AnsweredOn,
    };
}
