using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>One step that was taken with a report, as history has it.</summary>
public sealed record ReportStep
{
    public ChangeAction Action { get; init; }
    public string PersonName { get; init; } = "";

    /// <summary>Whom they stood in for.</summary>
    public string? ForPersonName { get; init; }
    public DateTime HappenedAt { get; init; }
    public string? Reason { get; init; }

    public static readonly CountrySql OfReport = CountrySql.Of("""
        select l.Action, l.PersonName, l.ForPersonName, l.HappenedAt, l.Reason
          from AuditLink l
         where l.Country = @Country and l.Subject = 'CountryReport' and l.SubjectId = @Id and l.Action <> 'Loaded'
         order by l.LinkNo
        """);

    /// <summary>What the step is called: one that gives back what was accepted opens it again, one that restores ends that.</summary>
    public static string? OwnWord(IReadOnlyList<ReportStep> steps, ReportStep step)
    {
        if (step.Action is ChangeAction.Restored) return "Step.Kept";
        var before = steps.TakeWhile(s => !ReferenceEquals(s, step)).LastOrDefault();
        return step.Action is ChangeAction.Returned && before?.Action is ChangeAction.Accepted or ChangeAction.Published or ChangeAction.Restored ? "Step.Reopened" : null;
    }

    public static Task<IReadOnlyList<ReportStep>> ListAsync(CountryDb db, Guid report, CancellationToken ct = default) =>
        db.ListAsync<ReportStep>(OfReport, new { Id = report }, ct);
}
