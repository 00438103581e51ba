using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>The lead opens an accepted report, or one thing of it, without having been asked: why, and until when.</summary>
public sealed class ReopenReport(Gate gate, TimeProvider clock)
{
    public async Task<Saved<Reopening>> RunAsync(CountryCode country, ReopeningDraft draft, CancellationToken ct = default)
    {
        if (ReopeningRules.Problem(draft.UntilOn, draft.Reason, nameof(draft.Reason), clock.Today()) is { } wrong) return Saved.Refused(wrong);
        await using var db = await gate.EditAsync(country, May.AcceptReport, ct: ct);
        if (await db.WasDoneAsync(draft.Operation, ct)) return await db.OneAsync<Reopening>(Reopening.One, new { draft.Id }, ct) is { } done ? Saved.Done(done) : Saved.NotFound;
        var (label, problem) = await AskReopening.StageAsync(db, draft, ct);
        if (problem is not null) return Saved.Refused(problem);
        if (label is null) return Saved.NotFound;
        var asked = (await db.OneAsync<Reopening>(Reopening.One, new { draft.Id }, ct))!;
        var report = (await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { draft.Cycle }, ct))!;
        if (!await OpenReport.StageAsync(db, report, asked, draft.UntilOn, asked.Reason, ct)) return Saved.Refused(new Problem(nameof(Reopening.State), "NotNow"));
        var row = await db.OneAsync<Reopening>(Reopening.One, new { draft.Id }, ct);
        await db.CommitAsync(OpenReport.InHistory(report, asked, asked.Reason), draft.Operation, ct);
        return Saved.Done(row!);
    }
}
