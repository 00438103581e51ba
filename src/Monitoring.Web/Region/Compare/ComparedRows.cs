using Monitoring.Data;
using Monitoring.Web.Checklists;
using Monitoring.Web.Commitments;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Region.Compare;

/// <summary>A row of an accepted report, with what every such row has.</summary>
public abstract record AcceptedRow
{
    public string? Initiative { get; init; }
    public string? AxisCode { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }

    /// <summary>Of the text, where it has one of its own; null: as its initiative.</summary>
    public string? ContentLanguage { get; init; }

    /// <summary>The text as its reader is shown it; null: as it is written.</summary>
    public Narrative? Said { get; init; }
}

public sealed record InitiativeRow : AcceptedRow
{
    public Stage Stage { get; init; }
    public Mark StageMark { get; init; }
    public string? StageNote { get; init; }
    public Outlook Outlook { get; init; }
    public string? Length { get; init; }
    public string? Coverage { get; init; }
    public Mark CoverageMark { get; init; }
    public string? TargetPopulation { get; init; }
    public string? InCharge { get; init; }
    public string? Partners { get; init; }
}

public sealed record ItemRow : AcceptedRow
{
    public Section Section { get; init; }
    public int Position { get; init; }
    public string? Responsible { get; init; }
}

public sealed record PartnerRow : AcceptedRow
{
    public InstitutionPart Part { get; init; }
    public string? Institution { get; init; }
    public string? Role { get; init; }
}

public sealed record NextStepRow : AcceptedRow
{
    public string? Responsible { get; init; }
    public DateOnly? DueOn { get; init; }
    public NextStepStatus Status { get; init; }
    public int? TargetNumber { get; init; }
    public string? Note { get; init; }
}

public sealed record ResultRow : AcceptedRow
{
    public DateOnly? ReportedOn { get; init; }
    public string? ReportedBy { get; init; }
    public ActionTheme? Theme { get; init; }
    public string? DuplicateOf { get; init; }
}

public sealed record StatementRow : AcceptedRow
{
    public Guid StatementId { get; init; }
    public string? HappenedText { get; init; }
}

public sealed record CommitmentRow : AcceptedRow
{
    public Guid CommitmentId { get; init; }
    public string? Area { get; init; }
    public string? Instrument { get; init; }
    public DateOnly? TargetOn { get; init; }
    public CommitmentStatus Status { get; init; }
}

/// <summary>The answer to an item of a regional checklist; its text is the item's.</summary>
public sealed record AnswerRow : AcceptedRow
{
    public Guid AnswerId { get; init; }
    public string Checklist { get; init; } = "";
    public string ChecklistName { get; init; } = "";
    public int Position { get; init; }
    public int ItemNo { get; init; }
    public ChecklistReply Answer { get; init; }
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>What <see cref="AcceptedRow.Said"/> says to its reader; the item's text is the region's.</summary>
    public string? Note { get; init; }
}
