using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Translations;

/// <summary>A text as it was written, and where it stands.</summary>
public sealed record OriginalText
{
    public Guid InitiativeId { get; init; }
    public string InitiativeCode { get; init; } = "";
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";

    /// <summary>The part of the fact sheet: <c>5 Objective</c>; in the order of the sheet.</summary>
    public string Place { get; init; } = "";
    public int Position { get; init; }

    /// <summary>Of a list section, its place among them; what is said about the budget stands at the end of the sheet.</summary>
    public int PlaceNo => !Enum.TryParse<Section>(Place[2..], out var section) ? Place[0] < '5' ? -1 : 100 : section is Section.BudgetFact ? 200 : (int)section;
    public string Label { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>By <c>@InitiativeId</c>.</summary>
    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.Subject, x.SubjectId, x.Field, x.Place, x.Position, x.Label, x.Language, x.Text
          from living_text x
         where x.Country = @Country and x.InitiativeId = @InitiativeId
         order by x.Place, x.Position, x.Label, x.SubjectId
        """);

    /// <summary>By <c>@InitiativeId</c>, <c>@Subject</c>, <c>@SubjectId</c> and <c>@Field</c>.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.Subject, x.SubjectId, x.Field, x.Place, x.Position, x.Label, x.Language, x.Text
          from living_text x
         where x.Country = @Country and x.InitiativeId = @InitiativeId and x.Subject = @Subject and x.SubjectId = @SubjectId and x.Field = @Field
        """);
}

/// <summary>A translation beside the original that it says.</summary>
public sealed record TranslationRow : Row, IMarked
{
    public Guid InitiativeId { get; init; }
    public string InitiativeCode { get; init; } = "";
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

    /// <summary>As history names it: the initiative, and the part of its sheet.</summary>
    public string Label => $"{InitiativeCode} · {Language}";

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
}

public sealed record TranslationDraft : Draft
{
    public Guid InitiativeId { get; init; }
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
