using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

/// <summary>Where a report of a cycle stands, and until when its country has time beyond the cycle's own day.</summary>
public sealed record ReportDayRow
{
    public CountryCode Country { get; init; }
    public ContentState State { get; init; }
    public string CycleCode { get; init; } = "";
    public DateOnly? ExtendedTo { get; init; }
}

/// <summary>A report that was sent to its approver, or taken back.</summary>
public sealed record SendingRow
{
    public CountryCode Country { get; init; }
    public string CycleCode { get; init; } = "";
    public ChangeAction Action { get; init; }
    public DateTime HappenedAt { get; init; }
}

/// <summary>A role in any year.</summary>
public sealed record YearRoleRow
{
    public CountryCode Country { get; init; }
    public int RoleYear { get; init; }
    public CountryRoleKind Role { get; init; }
}

/// <summary>When a next step was set to done.</summary>
public sealed record StepDoneRow
{
    public CountryCode Country { get; init; }
    public Guid NextStepId { get; init; }
    public DateTime DoneAt { get; init; }
}

/// <summary>Something that had a day, and the day on which it was done. Null for <paramref name="IsOnTime"/>: done, and nobody recorded when.</summary>
public sealed record Timed(CountryCode Country, string Code, DateOnly DueOn, DateOnly? DoneOn, bool? IsOnTime, Guid? Id = null, ContentState? State = null);

/// <summary>
/// What was on time. Only what fell due before today is counted. A report is on time when it was sent to its approver no later than its
/// day (the cycle's, or the later one that the country was given); a sending that was taken back is none, one that was returned is. A next
/// step is on time when it was set to done no later than its due date; a dropped one is not counted. What was done on a day that nobody
/// recorded (a loaded report) is not counted either, and the screen says how many.
/// </summary>
public static class OnTimeRules
{
    public static IReadOnlyList<Timed> Reports(IReadOnlyList<CycleRow> cycles, IReadOnlyList<YearRoleRow> roles, IReadOnlyList<ReportDayRow> reports, IReadOnlyList<SendingRow> sendings, DateOnly today)
    {
        var timed = new List<Timed>();
        foreach (var cycle in cycles.Where(c => c.State != "Planned" && c.DueOn is not null))
            foreach (var country in roles.Where(r => r.RoleYear == cycle.StartsOn.Year && r.Role is CountryRoleKind.Member).Select(r => r.Country).Distinct())
            {
                var report = reports.FirstOrDefault(r => r.Country == country && r.CycleCode == cycle.Code);
                var due = report?.ExtendedTo > cycle.DueOn ? report!.ExtendedTo!.Value : cycle.DueOn!.Value;
                if (due >= today) continue;
                var sent = FirstThatStood([.. sendings.Where(s => s.Country == country && s.CycleCode == cycle.Code).OrderBy(s => s.HappenedAt)]);
                timed.Add(new Timed(country, cycle.Code, due, sent, (sent, report?.State) switch
                {
                    ({ } day, _) => day <= due,
                    (null, null or ContentState.Draft) => false,
                    _ => null,
                }, State: report?.State));
            }
        return timed;
    }

    public static IReadOnlyList<Timed> Steps(IEnumerable<StepRow> steps, IReadOnlyDictionary<Guid, DateTime> done, DateOnly today) =>
    [
        .. steps.Where(s => s.DueOn < today && s.Status is not NextStepStatus.Dropped).Select(s =>
        {
            DateOnly? on = s.Status is NextStepStatus.Done && done.TryGetValue(s.NextStepId, out var at) ? DateOnly.FromDateTime(at) : null;
            return new Timed(s.Country, s.Code, s.DueOn!.Value, on, s.Status is not NextStepStatus.Done ? false : on is null ? null : on <= s.DueOn, s.NextStepId, s.State);
        }),
    ];

    /// <summary>On time of all that is counted, over those countries; each country's parts stand by themselves.</summary>
    public static Aggregate Rate(IEnumerable<Timed> timed, IReadOnlyList<CountryCode> members) => Aggregator.Of(timed
        .Where(t => t.IsOnTime is not null && members.Contains(t.Country)).GroupBy(t => t.Country).Select(g => new Figure
        {
            Country = g.Key,
            Code = "on-time",
            Name = "",
            Kind = IndicatorKind.Ratio,
            Overlap = OverlapRule.SumOfParts,
            Numerator = g.Count(t => t.IsOnTime == true),
            Denominator = g.Count(),
            Mark = Mark.Derived,
        }));

    private static DateOnly? FirstThatStood(IReadOnlyList<SendingRow> inOrder)
    {
        for (var i = 0; i < inOrder.Count; i++)
            if (inOrder[i].Action is ChangeAction.Sent && (i + 1 == inOrder.Count || inOrder[i + 1].Action is not ChangeAction.Recalled))
                return DateOnly.FromDateTime(inOrder[i].HappenedAt);
        return null;
    }
}
