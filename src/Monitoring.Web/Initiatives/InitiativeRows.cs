using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>One of the four chapters of the report.</summary>
public sealed record Axis : Named;

/// <summary>A language in which the texts of a sheet are written.</summary>
public sealed record LanguageChoice : Named;

/// <summary>A topic of the group's agenda; the second classification beside the axes.</summary>
public sealed record Topic : Named
{
    public Mark Mark { get; init; }
}

public sealed record InitiativeRow : Row, IMarked
{
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string AxisCode { get; init; } = "";
    public Stage Stage { get; init; }
    public string? StageNote { get; init; }
    public Outlook Outlook { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Length { get; init; }
    public string? Coverage { get; init; }
    public string? TargetPopulation { get; init; }
    public int? PhasesDeclared { get; init; }
    public int? ProgressPercent { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }

    /// <summary>By <c>@Id</c>.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, StageNote, Outlook, StartsOn, EndsOn, Length, Coverage,
               TargetPopulation, PhasesDeclared, ProgressPercent, Mark, SourceLines, Version, ChangedAt, ChangedBy
          from Initiative
         where Country = @Country and Id = @Id and ArchivedAt is null
        """);

    /// <summary>By <c>@Code</c>.</summary>
    public static readonly CountrySql ByCode = CountrySql.Of("""
        select Id, Code, Title, Summary, ContentLanguage, AxisCode, Stage, StageNote, Outlook, StartsOn, EndsOn, Length, Coverage,
               TargetPopulation, PhasesDeclared, ProgressPercent, Mark, SourceLines, Version, ChangedAt, ChangedBy
          from Initiative
         where Country = @Country and Code = @Code and ArchivedAt is null
        """);
}

/// <summary>One text of a list section.</summary>
public sealed record ItemRow : Row, IMarked
{
    public Guid InitiativeId { get; init; }
    public string InitiativeCode { get; init; } = "";
    public Section Section { get; init; }
    public int Position { get; init; }
    public string Text { get; init; } = "";
    public string? Responsible { get; init; }
    public int? ItemYear { get; init; }
    public string? Detail { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>As history names it: the initiative and how the text begins.</summary>
    public string Label => $"{InitiativeCode}{LabelParting}{(Text.Length <= 120 ? Text : Text[..(char.IsHighSurrogate(Text[119]) ? 119 : 120)] + "…")}";

    /// <summary>Stands between the two.</summary>
    public const string LabelParting = " · ";

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select t.Id, t.InitiativeId, i.Code as InitiativeCode, t.Section, t.Position, t.Text, t.Responsible, t.ItemYear, t.Detail, t.Mark,
               t.SourceLines, t.RetiredAt, t.Version, t.ChangedAt, t.ChangedBy
          from InitiativeItem t
          join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
         where t.Country = @Country and t.Id = @Id
        """);
}

/// <summary>A result to date, with the institution that reports it.</summary>
public sealed record ResultRow : Row, IMarked
{
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public DateOnly? ReportedOn { get; init; }
    public string? ReportedBy { get; init; }
    public Attribution Attribution { get; init; }
    public ActionTheme? Theme { get; init; }
    public int Position { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>The code of the same fact printed elsewhere; that one counts.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>The initiative of that fact.</summary>
    public string? DuplicateInitiative { get; init; }

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select r.Id, r.InitiativeId, r.Code, r.Text, r.ReportedOn, r.ReportedBy, r.Attribution, r.Theme, r.Position, r.Mark, r.SourceLines,
               r.RetiredAt, r.Version, r.ChangedAt, r.ChangedBy, coalesce(d.Code, s.Code) as DuplicateOf
          from Result r
          left join Result d on d.Country = r.Country and d.Id = r.DuplicateOfResultId
          left join NextStep s on s.Country = r.Country and s.Id = r.DuplicateOfNextStepId
         where r.Country = @Country and r.Id = @Id
        """);
}
