using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>Where the due date of a step stands today.</summary>
public enum Due { None, Later, Soon, Overdue }

/// <summary>What is true about next steps.</summary>
public static class NextStepRules
{
    public const int Text = 4000, Responsible = 300, ResponsiblePerson = 200, Reason = 1000, SoonDays = 30;

    public static bool IsOpen(NextStepStatus status) => status is NextStepStatus.Planned or NextStepStatus.UnderWay;

    /// <summary>A step is overdue from the day after its due date, soon within 30 days; a closed one is neither.</summary>
    public static Due DueOf(NextStepStatus status, DateOnly? dueOn, DateOnly today) => dueOn switch
    {
        null => Due.None,
        _ when !IsOpen(status) => Due.None,
        { } due when due < today => Due.Overdue,
        { } due when due <= today.AddDays(SoonDays) => Due.Soon,
        _ => Due.Later,
    };

    /// <summary>A later due date, or none instead of one. That wants a reason; so says history.</summary>
    public static bool IsPostponed(DateOnly? before, DateOnly? after) => before is { } was && (after is null || after > was);

    /// <summary>
    /// What is left of the postponements of a step, in the order in which its date moved; null where none is. A date brought forward again to
    /// the earlier one, or before it, has undone the postponement.
    /// </summary>
    public static Postponement? PostponedBy(IEnumerable<DateMove> moves)
    {
        var standing = new Stack<DateMove>();
        foreach (var move in moves)
        {
            while (move.After is { } day && standing.TryPeek(out var last) && last.Before >= day) standing.Pop();
            if (IsPostponed(move.Before, move.After)) standing.Push(move);
        }
        return standing.TryPeek(out var newest) ? new Postponement(standing.Last().Before!.Value, newest.Before!.Value, standing.Count, newest.Reason) : null;
    }

    public static Problem? Problem(NextStepDraft draft) =>
        TextRules.Problem(nameof(draft.Text), draft.Text, Text, isRequired: true)
        ?? (Enum.IsDefined(draft.Status) ? null : new Problem(nameof(draft.Status), "Required"))
        ?? TextRules.Problem(nameof(draft.Responsible), draft.Responsible, Responsible)
        ?? TextRules.Problem(nameof(draft.ResponsiblePerson), draft.ResponsiblePerson, ResponsiblePerson)
        // A name or an office is asked for, nothing by which somebody is reached.
        ?? (draft.ResponsiblePerson?.Contains('@', StringComparison.Ordinal) == true ? new Problem(nameof(draft.ResponsiblePerson), "NoAddress") : null);

    public static Problem? ReasonProblem(NextStepRow before, NextStepDraft after, string? reason) =>
        IsPostponed(before.DueOn, after.DueOn) && string.IsNullOrWhiteSpace(reason)
            ? new Problem(nameof(Reason), "ReasonNeeded")
            : TextRules.Problem(nameof(Reason), reason, Reason);
}
