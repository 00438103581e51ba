using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>A next step as it was accepted.</summary>
public sealed record FrozenNextStep : FrozenRow
{
    public Guid NextStepId { get; init; }
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Responsible { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? DueMark { get; init; }
    public string Status { get; init; } = "";
    public int? TargetNumber { get; init; }
    public string? Note { get; init; }
    public int Position { get; init; }
    public string Mark { get; init; } = "";
    public string? SourceLines { get; init; }

    internal override string Order => $"{InitiativeId} {Position:D6} {Code}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select n.Id as NextStepId, n.InitiativeId, n.Code, n.Text, n.Responsible, n.DueOn, n.DueMark, n.Status, n.TargetNumber, n.Note, n.Position,
               n.Mark, n.SourceLines
          from NextStep n
          join Initiative i on i.Country = @Country and i.Id = n.InitiativeId
         where n.Country = @Country and n.RetiredAt is null and i.ArchivedAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenNextStep (Country, SnapshotNo, NextStepId, InitiativeId, Code, Text, Responsible, DueOn, DueMark, Status, TargetNumber,
               Note, Position, Mark, SourceLines)
        values (@Country, @SnapshotNo, @NextStepId, @InitiativeId, @Code, @Text, @Responsible, @DueOn, @DueMark, @Status, @TargetNumber,
               @Note, @Position, @Mark, @SourceLines)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select NextStepId, InitiativeId, Code, Text, Responsible, DueOn, DueMark, Status, TargetNumber, Note, Position, Mark, SourceLines
          from FrozenNextStep
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}

/// <summary>A result as it was accepted.</summary>
public sealed record FrozenResult : FrozenRow
{
    public Guid ResultId { get; init; }
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public DateOnly? ReportedOn { get; init; }
    public string? ReportedBy { get; init; }
    public string Attribution { get; init; } = "";
    public string? Theme { get; init; }
    public string? DuplicateOf { get; init; }
    public int Position { get; init; }
    public string Mark { get; init; } = "";
    public string? SourceLines { get; init; }

    internal override string Order => $"{InitiativeId} {Position:D6} {Code}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select r.Id as ResultId, r.InitiativeId, r.Code, r.Text, r.ReportedOn, r.ReportedBy, r.Attribution, r.Theme,
               coalesce(o.Code, n.Code) as DuplicateOf, r.Position, r.Mark, r.SourceLines
          from Result r
          join Initiative i on i.Country = @Country and i.Id = r.InitiativeId
          left join Result o on o.Country = @Country and o.Id = r.DuplicateOfResultId
          left join NextStep n on n.Country = @Country and n.Id = r.DuplicateOfNextStepId
         where r.Country = @Country and r.RetiredAt is null and i.ArchivedAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenResult (Country, SnapshotNo, ResultId, InitiativeId, Code, Text, ReportedOn, ReportedBy, Attribution, Theme, DuplicateOf,
               Position, Mark, SourceLines)
        values (@Country, @SnapshotNo, @ResultId, @InitiativeId, @Code, @Text, @ReportedOn, @ReportedBy, @Attribution, @Theme, @DuplicateOf,
               @Position, @Mark, @SourceLines)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select ResultId, InitiativeId, Code, Text, ReportedOn, ReportedBy, Attribution, Theme, DuplicateOf, Position, Mark, SourceLines
          from FrozenResult
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}
