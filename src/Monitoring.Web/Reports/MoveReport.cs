using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>One step of a report, in the transaction of whoever takes it: state, history and what the step brings along, or nothing.</summary>
internal static class MoveReport
{
    /// <param name="gate">Opens the door that the step needs.</param>
    /// <param name="country">Whose report.</param>
    /// <param name="by">On whose behalf.</param>
    /// <param name="action">The step.</param>
    /// <param name="move">What the person saw and says.</param>
    /// <param name="check">A reason why this step cannot be taken now; may also stage what belongs to it.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public static async Task<Saved<ReportRow>> RunAsync(Gate gate, CountryCode country, ReportActor by, ReportAction action, ReportMove move,
        Func<CountryEdit, ReportRow, Task<Problem?>> check, CancellationToken ct)
    {
        if (ReportRules.Problem(action, move.Reason) is { } wrong) return Saved.Refused(wrong);
        await using var db = await gate.EditAsync(country, ReportRules.Right(by, action), ct: ct);
        var now = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { move.Cycle }, ct);
        if (now is null && action is ReportAction.Send && move.Version == 0)
        {
            await db.StageAsync(ReportRow.Begin, new { Id = Guid.CreateVersion7(), move.Cycle }, ct);
            now = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { move.Cycle }, ct);
            move = move with { Version = now?.Version ?? 0 };
        }
        if (now is null) return Saved.NotFound;
        if (await db.WasDoneAsync(move.Operation, ct)) return Saved.Done(now);
        if (now.Version != move.Version) return Saved.Conflict(now);
        if (ReportRules.Next(now.State, by, action) is not { } next) return Saved.Refused(new Problem(nameof(ReportRow.State), "NotNow"));
        if (await check(db, now) is { } problem) return Saved.Refused(problem);
        var draft = new ReportDraft { Id = now.Id, Version = now.Version, Operation = move.Operation, State = next };
        return await db.SaveAsync<ReportRow>(ReportRow.One, ReportRow.Move, draft, ReportRow.Subject, r => r.CycleCode, ReportRules.InHistory(action),
            Shared.TextRules.Clean(move.Reason), ct);
    }

    public static Task<Problem?> NothingMore(CountryEdit db, ReportRow now) => Task.FromResult<Problem?>(null);

    /// <summary>The last sending of the report: by whom, and for whom where that was a deputy.</summary>
    public static async Task<Hands> SentByAsync(CountryDb db, Guid report, CancellationToken ct) =>
        await db.OneAsync<Hands>(LastSending, new { Id = report }, ct) ?? Hands.None;

    public static readonly CountrySql LastSending = CountrySql.Of("""
        select l.PersonId, l.ForPersonId
          from AuditLink l
         where l.Country = @Country
           and l.LinkNo = (select max(x.LinkNo) from AuditLink x
                            where x.Country = @Country and x.Subject = 'CountryReport' and x.SubjectId = @Id and x.Action = 'Sent')
        """);
}
