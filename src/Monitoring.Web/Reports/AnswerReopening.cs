using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>What is said to a request: a reason in any case, and a last day where it is granted.</summary>
public sealed record AnswerDraft : Draft
{
    public string? Answer { get; init; }
    public DateOnly? UntilOn { get; init; }
}

/// <summary>
/// The lead grants or refuses, the country withdraws. What is granted makes the report a draft again until that day: it is sent,
/// approved and accepted anew. The snapshots that there are stay what they are.
/// </summary>
public sealed class AnswerReopening(Gate gate, TimeProvider clock)
{
    public async Task<Saved<Reopening>> RunAsync(CountryCode country, ReportActor by, ReopeningAction action, AnswerDraft draft, CancellationToken ct = default)
    {
        if (action is ReopeningAction.Grant && ReopeningRules.Problem(draft.UntilOn, draft.Answer, nameof(draft.Answer), clock.Today()) is { } unfit) return Saved.Refused(unfit);
        if (TextRules.Problem(nameof(draft.Answer), draft.Answer, ReportRules.Reason, isRequired: action is ReopeningAction.Refuse) is { } wrong) return Saved.Refused(wrong);
        await using var db = await gate.EditAsync(country, by is ReportActor.Lead ? May.AcceptReport : May.SendReport, ct: ct);
        var now = await db.OneAsync<Reopening>(Reopening.One, new { draft.Id }, ct);
        if (now is null) return Saved.NotFound;
        if (await db.WasDoneAsync(draft.Operation, ct)) return Saved.Done(now);
        if (now.Version != draft.Version) return Saved.Conflict(now);
        if (ReopeningRules.Next(now.State, by, action) is not { } next) return Saved.Refused(new Problem(nameof(Reopening.State), "NotNow"));
        var answer = TextRules.Clean(draft.Answer);
        ReportRow? report = null;
        if (action is ReopeningAction.Grant)
        {
            report = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { Cycle = now.CycleCode }, ct);
            if (report is null || !await OpenReport.StageAsync(db, report, now, draft.UntilOn, answer, ct)) return Saved.Refused(new Problem(nameof(Reopening.State), "NotNow"));
        }
        else
        {
            await db.StageAsync(Answer, new { draft.Id, draft.Version, State = next, Answer = answer }, ct);
        }
        var state = new FieldChange(nameof(Reopening.State), now.State.ToString(), next.ToString());
        var change = report is null
            ? new Change(ChangeAction.Edited, Reopening.Table, now.Id, now.Label, [state], answer)
            : OpenReport.InHistory(report, now, answer);
        var row = await db.OneAsync<Reopening>(Reopening.One, new { draft.Id }, ct);
        await db.CommitAsync(change, draft.Operation, ct);
        return Saved.Done(row!);
    }

    public static readonly CountrySql Answer = CountrySql.Of("""
        update ReportReopening
           set State = @State, Answer = @Answer, AnsweredAt = @Now, AnsweredBy = @Person, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
