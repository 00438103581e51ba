using Monitoring.Data;

namespace Monitoring.Web.Translations;

/// <summary>A translation beside the original that it says.</summary>
public sealed record TranslationRow : Row, IMarked
{
    /// <summary>Null: a text of the country as a whole.</summary>
    public Guid? InitiativeId { get; init; }
    public string? InitiativeCode { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public string Language { get; init; } = "";

    /// <summary>Null: taken back.</summary>
    public string? Text { get; init; }
    public HowMade HowMade { get; init; }

    /// <summary>The original as it was when it was translated, or last found to be said rightly.</summary>
    public string SourceText { get; init; } = "";
    public Mark Mark { get; init; }

    /// <summary>The last change of the original in this system; null: as it was loaded, or first written.</summary>
    public DateTime? OriginalChangedAt { get; init; }

    /// <summary>A translation is in no source.</summary>
    public string? SourceLines => null;

    /// <summary>Of a text of the country as a whole, the code of what it belongs to.</summary>
    public string? Code { get; init; }

    /// <summary>As history names it: the initiative, or what belongs to the country as a whole.</summary>
    public string Label => $"{InitiativeCode ?? Code} · {Language}";

    /// <summary>By <c>@Id</c>.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select t.Id, t.InitiativeId, i.Code as InitiativeCode, t.Subject, t.SubjectId, t.Field, t.Language, t.Text, t.HowMade, t.SourceText,
               coalesce(m.Mark, t.Mark) as Mark, t.Version, t.ChangedAt, t.ChangedBy
          from Translation t
          join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
          left join ValueMark m on m.Country = t.Country and m.Subject = 'Translation' and m.SubjectId = t.Id and m.Field = 'Text'
         where t.Country = @Country and t.Id = @Id
        """);

    /// <summary>By <c>@InitiativeId</c>.</summary>
    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select t.Id, t.InitiativeId, i.Code as InitiativeCode, t.Subject, t.SubjectId, t.Field, t.Language, t.Text, t.HowMade, t.SourceText,
               coalesce(m.Mark, t.Mark) as Mark, t.Version, t.ChangedAt, t.ChangedBy,
               (select max(l.HappenedAt)
                  from FieldChange f
                  join AuditLink l on l.Country = f.Country and l.LinkNo = f.LinkNo
                 where f.Country = @Country and f.Subject = t.Subject and f.SubjectId = t.SubjectId and f.Field = t.Field) as OriginalChangedAt
          from Translation t
          join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
          left join ValueMark m on m.Country = t.Country and m.Subject = 'Translation' and m.SubjectId = t.Id and m.Field = 'Text'
         where t.Country = @Country and t.InitiativeId = @InitiativeId
        """);

    /// <summary>Of all rows of one <c>@Subject</c>, for a list.</summary>
    public static readonly CountrySql OfSubject = CountrySql.Of("""
        select t.Id, t.InitiativeId, i.Code as InitiativeCode, t.Subject, t.SubjectId, t.Field, t.Language, t.Text, t.HowMade, t.SourceText,
               coalesce(m.Mark, t.Mark) as Mark, t.Version, t.ChangedAt, t.ChangedBy
          from Translation t
          join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
          left join ValueMark m on m.Country = t.Country and m.Subject = 'Translation' and m.SubjectId = t.Id and m.Field = 'Text'
         where t.Country = @Country and t.Subject = @Subject
        """);

    /// <summary>What a reader of a list is shown of the texts of one kind: next steps.</summary>
    internal static async Task<Narratives> TextsAsync(CountryDb db, string subject, CancellationToken ct) =>
        Narratives.ForReader(await db.ListAsync<TranslationRow>(OfSubject, new { Subject = subject }, ct));
}

public sealed record TranslationDraft : Draft
{
    /// <summary>Null: a text of the country as a whole.</summary>
    public Guid? InitiativeId { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public string Language { get; init; } = "";

    /// <summary>Null takes the translation back.</summary>
    public string? Text { get; init; }
    public HowMade HowMade { get; init; }

    /// <summary>The original that the translator saw. Should it have changed meanwhile, the translation is out of date as soon as it is saved.</summary>
    public string SourceText { get; init; } = "";

    public static TranslationDraft Of(TranslationRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        InitiativeId = row.InitiativeId,
        Subject = row.Subject,
        SubjectId = row.SubjectId,
        Field = row.Field,
        Language = row.Language,
        Text = row.Text,
        HowMade = row.HowMade,
        SourceText = row.SourceText,
    };
}
