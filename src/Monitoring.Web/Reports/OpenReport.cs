using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>An accepted report becomes a draft again for a while, in the transaction of whoever opens it.</summary>
internal static class OpenReport
{
    /// <summary>False where the report stands otherwise by now.</summary>
    public static async Task<bool> StageAsync(CountryEdit db, ReportRow report, Reopening asked, DateOnly? until, string? answer, CancellationToken ct)
    {
        var all = await Reopening.ListAsync(db, report.CycleCode, ct);
        if (!ReopeningRules.IsPossible(report.State, asked.Subject is not null, all)) return false;
        var back = report.State is ContentState.Accepted or ContentState.Published
            ? report.State
            : all.Where(r => r.State is ReopeningState.Granted).Select(r => r.BackTo).FirstOrDefault();
        if (report.State is not ContentState.Draft
            && await db.StageAsync(ReportRow.Move, new { report.Id, report.Version, State = ContentState.Draft }, ct) != 1) return false;
        if (await db.StageAsync(Grant, new { asked.Id, asked.Version, UntilOn = until, Answer = answer, BackTo = back }, ct) != 1) return false;
        await db.StageAsync(ExtendReport.Add, new { Id = Guid.CreateVersion7(), Cycle = report.CycleCode, UntilOn = until, Reason = answer }, ct);
        return true;
    }

    // History of the report: it was given back, and for what.
    public static Change InHistory(ReportRow report, Reopening asked, string? answer) => new(ChangeAction.Returned, ReportRow.Subject, report.Id, report.CycleCode,
    [
        new FieldChange(nameof(ReportRow.State), report.State.ToString(), ContentState.Draft.ToString()),
        new FieldChange("Reopened", null, asked.Label),
    ], answer);

    public static readonly CountrySql Grant = CountrySql.Of("""
        update ReportReopening
           set State = 'Granted', UntilOn = @UntilOn, Answer = @Answer, AnsweredAt = @Now, AnsweredBy = @Person, BackTo = @BackTo,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and State = 'Asked'
        """);
}
