using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

namespace Monitoring.Web.Progress;

/// <summary>The head of a fact sheet as published.</summary>
public sealed record PublishedInitiative
{
    public CountryCode Country { get; init; }
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public string AxisCode { get; init; } = "";
    public Stage Stage { get; init; }
    public Mark StageMark { get; init; }
    public string? StageNote { get; init; }
    public Outlook Outlook { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Length { get; init; }
    public string? Coverage { get; init; }
    public Mark CoverageMark { get; init; }
    public IReadOnlyList<string> TopicCodes => Topics?.Split("; ") ?? [];
    public string? TargetPopulation { get; init; }
    /// <summary>Codes, joined by "; ".</summary>
    public string? Topics { get; init; }

    /// <summary>How many phases the source announces; it may list fewer.</summary>
    public int? PhasesDeclared { get; init; }

    public int? ProgressPercent { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

public sealed record PublishedInstitution
{
    public InstitutionPart Part { get; init; }
    public string PrintedName { get; init; } = "";
    public string? Role { get; init; }
    public Mark Mark { get; init; }
}

public sealed record Topic
{
    public string Code { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string Name => Reading.Choose(NameEn, NameEs);
}

public sealed record PublishedItem
{
    public Guid ItemId { get; init; }
    public Section Section { get; init; }
    public string Text { get; init; } = "";
    public string? Responsible { get; init; }
    public int? ItemYear { get; init; }
    public string? Detail { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

public sealed record PublishedResult
{
    public Guid ResultId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public DateOnly? ReportedOn { get; init; }
    public string? ReportedBy { get; init; }
    public ActionTheme? Theme { get; init; }
    public string? DuplicateOf { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

public sealed record PublishedNextStep
{
    public Guid NextStepId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Responsible { get; init; }
    public DateOnly? DueOn { get; init; }
    public Mark? DueMark { get; init; }
    public NextStepStatus Status { get; init; }
    public int? TargetNumber { get; init; }
    public string? Note { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}
