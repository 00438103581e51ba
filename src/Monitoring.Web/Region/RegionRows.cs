using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

/// <summary>A reporting cycle.</summary>
public sealed record CycleRow
{
    public string Code { get; init; } = "";
    public DateOnly StartsOn { get; init; }
    public DateOnly EndsOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public string State { get; init; } = "";
    public Mark Mark { get; init; }

    public bool IsOpen => State == "Open";

    /// <summary>The cycle that is open, or the last there was: its year says who is a member.</summary>
    public static CycleRow? Current(IReadOnlyList<CycleRow> cycles) => cycles.LastOrDefault(c => c.IsOpen) ?? cycles.LastOrDefault(c => c.State == "Closed");
}

/// <summary>A chapter of the report.</summary>
public sealed record AxisRow
{
    public string Code { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";

    public string Name => InReadersLanguage.Choose(NameEn, NameEs);
}

/// <summary>A country and the newest of its data that the region accepted.</summary>
public sealed record CountryRow
{
    public CountryCode Country { get; init; }
    public string NameEn { get; init; } = "";
    public string NameEs { get; init; } = "";
    public bool SharesDrafts { get; init; }
    public bool Suspended { get; init; }
    public int? SnapshotNo { get; init; }
    public string? CycleCode { get; init; }
    public ContentState? State { get; init; }
    public string? Hash { get; init; }
    public DateTime? AcceptedAt { get; init; }
    public DateTime? PublishedAt { get; init; }

    /// <summary>The cycle whose report the country has approved and the region not accepted yet: its content stands here already.</summary>
    public string? ApprovedCycle { get; init; }
    public DateTime? ApprovedAt { get; init; }

    public string Name => InReadersLanguage.Choose(NameEn, NameEs);
}

/// <summary>Where a country's report of the current cycle stands.</summary>
public sealed record ReportStateRow
{
    public CountryCode Country { get; init; }
    public ContentState State { get; init; }
    public DateTime StateSince { get; init; }
}

/// <summary>A role of a country in one year.</summary>
public sealed record RoleRow
{
    public CountryCode Country { get; init; }
    public CountryRoleKind Role { get; init; }
}

/// <summary>Status facts of an initiative beside what was accepted.</summary>
public sealed record StatusRow
{
    public CountryCode Country { get; init; }
    public ContentState State { get; init; }
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string? Title { get; init; }
    public string AxisCode { get; init; } = "";
    public Stage Stage { get; init; }
    public Outlook Outlook { get; init; }
    public bool HasResults { get; init; }
    public DateTime ChangedAt { get; init; }
    public Stage? AcceptedStage { get; init; }
    public Outlook? AcceptedOutlook { get; init; }
    public Mark? StageMark { get; init; }
    public string? ContentLanguage { get; init; }

    public bool IsDraft => State is ContentState.Draft;

    /// <summary>Differs from what was accepted: a draft, or approved by its country.</summary>
    public bool IsAhead => State is ContentState.Draft or ContentState.Approved;
}

/// <summary>Status and due date of a next step; its text is narrative and stays with the country until accepted.</summary>
public sealed record StepRow
{
    public CountryCode Country { get; init; }
    public ContentState State { get; init; }
    public Guid NextStepId { get; init; }
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public NextStepStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }
    public Mark? DueMark { get; init; }

    public bool IsOpen => Status is NextStepStatus.Planned or NextStepStatus.UnderWay;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;
}

/// <summary>Accepted results of an initiative.</summary>
public sealed record ResultCountRow
{
    public CountryCode Country { get; init; }
    public Guid InitiativeId { get; init; }
    public int Printed { get; init; }
    public int Repeated { get; init; }
}

/// <summary>A budget line, accepted or approved; amounts in minor units, null is "not reported".</summary>
public sealed record BudgetRow
{
    public CountryCode Country { get; init; }
    public ContentState ContentState { get; init; }
    public Guid BudgetLineId { get; init; }
    public string? Initiative { get; init; }
    public string? AxisCode { get; init; }
    public int FiscalYear { get; init; }
    public string? Funder { get; init; }
    public string Currency { get; init; } = "";
    public long? RequiredMinor { get; init; }
    public long? NationalMinor { get; init; }
    public long? PledgedMinor { get; init; }
    public long? CommittedMinor { get; init; }
    public long? DisbursedMinor { get; init; }
    public Mark Mark { get; init; }

    public bool HasAmount => (RequiredMinor ?? NationalMinor ?? PledgedMinor ?? CommittedMinor ?? DisbursedMinor) is not null;
}

/// <summary>What the source report gets wrong or leaves open.</summary>
public sealed record AnomalyRow
{
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public string? SourceLines { get; init; }
}

internal static class InReadersLanguage
{
    public static string Choose(string english, string spanish) =>
        Layout.ReadersLanguage.Current == Layout.ReadersLanguage.English ? english : spanish;
}
