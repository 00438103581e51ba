using System.Globalization;
using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>How long a period is reported at once.</summary>
public enum CycleLength { FirstHalf, SecondHalf, Year }

/// <summary>What the lead opens.</summary>
public sealed record CycleDraft : Draft
{
    public CycleLength Length { get; init; }
    public int? Year { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateOnly? ClosesOn { get; init; }

    public string Code => CycleRules.CodeOf(Length, Year ?? 0);

    public DateOnly StartsOn => new(Year ?? 1, Length is CycleLength.SecondHalf ? 7 : 1, 1);

    public DateOnly EndsOn => Length is CycleLength.FirstHalf ? new(Year ?? 1, 6, 30) : new(Year ?? 1, 12, 31);
}

/// <summary>What is true about a cycle's dates.</summary>
public static class CycleRules
{
    private const int FirstYear = 2015, LastYear = 2099;

    public static string CodeOf(CycleLength length, int year) =>
        year.ToString("D4", CultureInfo.InvariantCulture) + (length switch { CycleLength.FirstHalf => "-S1", CycleLength.SecondHalf => "-S2", _ => "" });

    /// <summary>The first problem of what is to be opened; <paramref name="others"/> are all cycles there are.</summary>
    public static Problem? Problem(CycleDraft draft, IReadOnlyList<Cycle> others, DateOnly today)
    {
        if (draft.Year is null) return new Problem(nameof(draft.Year), "Required");
        if (draft.Year is < FirstYear or > LastYear) return new Problem(nameof(draft.Year), "YearRange", FirstYear, LastYear);
        if (others.FirstOrDefault(c => Overlaps(c, draft) && !(c.Code == draft.Code && c.State is CycleState.Planned)) is { } other)
            return new Problem(nameof(draft.Year), "CycleOverlaps", other.Code, other.StartsOn, other.EndsOn);
        return Dates(draft.DueOn, draft.ClosesOn, draft.StartsOn, today);
    }

    /// <summary>A due date lies in or after the period and is not past when it is set; a cycle closes on or after it.</summary>
    public static Problem? Dates(DateOnly? dueOn, DateOnly? closesOn, DateOnly startsOn, DateOnly? today) =>
        dueOn is null ? new Problem(nameof(CycleDraft.DueOn), "Required")
        : dueOn < startsOn ? new Problem(nameof(CycleDraft.DueOn), "DueBeforeStart")
        : dueOn < today ? new Problem(nameof(CycleDraft.DueOn), "UntilPast")
        : closesOn < dueOn ? new Problem(nameof(CycleDraft.ClosesOn), "ClosesBeforeDue")
        : null;

    private static bool Overlaps(Cycle cycle, CycleDraft draft) => cycle.StartsOn <= draft.EndsOn && cycle.EndsOn >= draft.StartsOn;
}
