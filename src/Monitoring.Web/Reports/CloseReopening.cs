using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>The lead ends a reopening from which no correction came: the report stands again where it stood, on the snapshot that it had.</summary>
public sealed class CloseReopening(Gate gate)
{
    public async Task<Saved<ReportRow>> RunAsync(CountryCode country, ReportMove move, CancellationToken ct = default)
    {
        if (TextRules.Problem(nameof(move.Reason), move.Reason, ReportRules.Reason, isRequired: true) is { } wrong) return Saved.Refused(wrong);
        await using var db = await gate.EditAsync(country, May.AcceptReport, ct: ct);
        var now = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { move.Cycle }, ct);
        if (now is null) return Saved.NotFound;
        if (await db.WasDoneAsync(move.Operation, ct)) return Saved.Done(now);
        if (now.Version != move.Version) return Saved.Conflict(now);
        var open = (await Reopening.ListAsync(db, move.Cycle, ct)).FirstOrDefault(r => r.State is ReopeningState.Granted && r.BackTo is not null);
        if (now.State is not ContentState.Draft || open?.BackTo is not { } back) return Saved.Refused(new Problem(nameof(ReportRow.State), "NotNow"));
        await db.StageAsync(Reopening.End, new { move.Cycle, SnapshotNo = (int?)null }, ct);
        if (await db.StageAsync(ReportRow.Move, new { now.Id, now.Version, State = back }, ct) != 1) return Saved.Conflict(now);
        var state = new FieldChange(nameof(ReportRow.State), now.State.ToString(), back.ToString());
        var row = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { move.Cycle }, ct);
        await db.CommitAsync(new Change(ChangeAction.Restored, ReportRow.Subject, now.Id, now.CycleCode, [state], TextRules.Clean(move.Reason)), move.Operation, ct);
        return Saved.Done(row!);
    }
}
