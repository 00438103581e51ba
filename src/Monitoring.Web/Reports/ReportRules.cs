using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>What can be done with a country's report.</summary>
public enum ReportAction { Send, Recall, Approve, Return, Accept, Publish }

/// <summary>On whose behalf: the country's sender, its approver, the secretariat's lead.</summary>
public enum ReportActor { Sender, Approver, Lead }

/// <summary>Whose hands a step was in: who took it, and whom they stood in for.</summary>
public sealed record Hands
{
    public static readonly Hands None = new();

    public Guid? PersonId { get; init; }
    public Guid? ForPersonId { get; init; }

    public static Hands Of(Guid? person, Guid? forPerson) => new() { PersonId = person, ForPersonId = forPerson };

    /// <summary>
    /// Is it the same hand twice? A deputy does not make two people of one: whoever was represented stands behind the step as much as
    /// who took it.
    /// </summary>
    public bool Share(Hands other) => new[] { PersonId, ForPersonId }.OfType<Guid>().Intersect(new[] { other.PersonId, other.ForPersonId }.OfType<Guid>()).Any();
}

/// <summary>
/// Draft → Submitted → Approved → Accepted → Published. The approver returns what was submitted and the lead what was approved, each
/// with a reason; the sender takes back what nobody has approved yet. What is not in this table cannot happen.
/// </summary>
public static class ReportRules
{
    public const int Reason = 1000;

    private static readonly (ContentState From, ReportActor By, ReportAction Action, ContentState To)[] Table =
    [
        (ContentState.Draft, ReportActor.Sender, ReportAction.Send, ContentState.Submitted),
        (ContentState.Submitted, ReportActor.Sender, ReportAction.Recall, ContentState.Draft),
        (ContentState.Submitted, ReportActor.Approver, ReportAction.Approve, ContentState.Approved),
        (ContentState.Submitted, ReportActor.Approver, ReportAction.Return, ContentState.Draft),
        (ContentState.Approved, ReportActor.Lead, ReportAction.Return, ContentState.Draft),
        (ContentState.Approved, ReportActor.Lead, ReportAction.Accept, ContentState.Accepted),
        (ContentState.Accepted, ReportActor.Lead, ReportAction.Publish, ContentState.Published),
    ];

    /// <summary>Where the action leads from here, or null where it is not possible.</summary>
    public static ContentState? Next(ContentState from, ReportActor by, ReportAction action) =>
        Table.Where(t => t.From == from && t.By == by && t.Action == action).Select(t => (ContentState?)t.To).SingleOrDefault();

    /// <summary>What that person can do now.</summary>
    public static IReadOnlyList<ReportAction> Possible(ContentState from, ReportActor by) =>
        [.. Table.Where(t => t.From == from && t.By == by).Select(t => t.Action)];

    /// <summary>The right that the action needs.</summary>
    public static May Right(ReportActor by, ReportAction action) => by switch
    {
        ReportActor.Sender => May.SendReport,
        ReportActor.Approver => May.ApproveReport,
        _ => action is ReportAction.Publish ? May.Publish : May.AcceptReport,
    };

    /// <summary>What history calls it.</summary>
    public static ChangeAction InHistory(ReportAction action) => action switch
    {
        ReportAction.Send => ChangeAction.Sent,
        ReportAction.Recall => ChangeAction.Recalled,
        ReportAction.Approve => ChangeAction.Approved,
        ReportAction.Return => ChangeAction.Returned,
        ReportAction.Accept => ChangeAction.Accepted,
        ReportAction.Publish => ChangeAction.Published,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>A report goes back with a reason; elsewhere one may be given.</summary>
    public static Problem? Problem(ReportAction action, string? reason) =>
        action is ReportAction.Return && string.IsNullOrWhiteSpace(reason)
            ? new Problem(nameof(ReportMove.Reason), "ReasonRequired")
            : TextRules.Problem(nameof(ReportMove.Reason), reason, Reason);

    /// <summary>May the report be sent today? In an open cycle until it closes, and as long as the secretariat gave this country more time.</summary>
    public static bool TakesReports(Cycle cycle, DateOnly? extendedTo, DateOnly today) =>
        extendedTo >= today || (cycle.State is CycleState.Open && (cycle.ClosesOn is not { } closes || closes >= today));

    /// <summary>The day by which it is expected: the later of the cycle's and the country's own.</summary>
    public static DateOnly? DueOn(Cycle cycle, DateOnly? extendedTo) =>
        extendedTo is { } own && (cycle.DueOn is not { } due || own > due) ? own : cycle.DueOn;

    /// <summary>Late: expected before today, and not sent.</summary>
    public static bool IsOverdue(Cycle cycle, DateOnly? extendedTo, ContentState state, DateOnly today) =>
        state is ContentState.Draft && DueOn(cycle, extendedTo) < today;
}
