using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>What a country wants to correct of an accepted report, and why. Without a subject the whole report.</summary>
public sealed record ReopeningDraft : Draft
{
    public string Cycle { get; init; } = "";
    public ReopenedThing? Subject { get; init; }
    public Guid? SubjectId { get; init; }
    public string? Reason { get; init; }

    /// <summary>Only where the lead reopens without having been asked.</summary>
    public DateOnly? UntilOn { get; init; }
}

/// <summary>The focal point asks the secretariat to open again what was accepted. Nothing is open by it.</summary>
public sealed class AskReopening(Gate gate)
{
    public async Task<Saved<Reopening>> RunAsync(CountryCode country, ReopeningDraft draft, CancellationToken ct = default)
    {
        if (TextRules.Problem(nameof(draft.Reason), draft.Reason, ReportRules.Reason, isRequired: true) is { } wrong) return Saved.Refused(wrong);
        await using var db = await gate.EditAsync(country, May.SendReport, ct: ct);
        if (await db.WasDoneAsync(draft.Operation, ct)) return await db.OneAsync<Reopening>(Reopening.One, new { draft.Id }, ct) is { } done ? Saved.Done(done) : Saved.NotFound;
        var (label, problem) = await StageAsync(db, draft, ct);
        if (problem is not null) return Saved.Refused(problem);
        if (label is null) return Saved.NotFound;
        var row = await db.OneAsync<Reopening>(Reopening.One, new { draft.Id }, ct);
        await db.CommitAsync(new Change(ChangeAction.Added, Reopening.Table, draft.Id, label, [], TextRules.Clean(draft.Reason)), draft.Operation, ct);
        return Saved.Done(row!);
    }

    /// <summary>Puts the request down; null where there is no such report or thing.</summary>
    internal static async Task<(string? Label, Problem? Problem)> StageAsync(CountryEdit db, ReopeningDraft draft, CancellationToken ct)
    {
        var report = await db.OneAsync<ReportRow>(ReportRow.All.And(ReportRow.OfCycle), new { draft.Cycle }, ct);
        if (report is null) return (null, null);
        var all = await Reopening.ListAsync(db, draft.Cycle, ct);
        var isItem = draft.Subject is not null;
        if (!ReopeningRules.IsPossible(report.State, isItem, all)) return (null, new Problem(nameof(Reopening.State), "NotNow"));
        if (all.Any(r => r.State is ReopeningState.Asked or ReopeningState.Granted && r.Subject == draft.Subject && r.SubjectId == draft.SubjectId))
            return (null, new Problem(nameof(Reopening.State), "AskedAlready"));
        var label = draft.Cycle;
        if (draft.Subject is { } thing)
        {
            var accepted = await ReopenedContent.AcceptedAsync(db, draft.Cycle, ct);
            if (accepted is null || draft.SubjectId is not { } id || ReopeningRules.LabelOf(accepted, thing, id) is not { } name) return (null, null);
            label = name.Length > 200 ? name[..200] : name;
        }
        await db.StageAsync(Reopening.Add, new { draft.Id, draft.Cycle, draft.Subject, draft.SubjectId, Label = label, Reason = TextRules.Clean(draft.Reason) }, ct);
        return (label, null);
    }
}
