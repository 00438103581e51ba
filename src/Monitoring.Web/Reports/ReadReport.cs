using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>A country's report of a cycle, for the people of the country.</summary>
public sealed class ReadReport(Gate gate, TimeProvider clock)
{
    /// <param name="country">Whose.</param>
    /// <param name="cycle">Code, or null for the cycle that the country works on.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ReportView?> RunAsync(CountryCode country, string? cycle, CancellationToken ct = default)
    {
        var (sends, approves) = (await gate.RoleForAsync(May.SendReport, country, ct), await gate.RoleForAsync(May.ApproveReport, country, ct));
        var manages = await gate.MayAsync(May.ManageCountry, country, ct: ct);
        await using var db = await gate.ReadAsync(country, ct: ct);
        var cycles = await db.ListAsync<Cycle>(Cycle.InCountry, null, ct);
        var reports = (await db.ListAsync<ReportRow>(ReportRow.All, null, ct)).ToDictionary(r => r.CycleCode);
        var chosen = cycle is null
            ? Cycle.Current(cycles, code => reports.GetValueOrDefault(code)?.State is ContentState.Accepted or ContentState.Published)
            : cycles.FirstOrDefault(c => c.Code == cycle) ?? throw new UnknownChoiceException("cycle", cycle);
        var report = chosen is null ? ReportRow.None("") : reports.GetValueOrDefault(chosen.Code) ?? ReportRow.None(chosen.Code);
        var sentBy = report.State is ContentState.Submitted ? await MoveReport.SentByAsync(db, report.Id, ct) : Hands.None;
        bool IsOwn(Grant? role) => role is not null && sentBy.Share(Hands.Of(db.PersonId, role.ForPersonId));
        var allows = await db.OneAsync<bool>(ApproveReport.AllowsOwn, null, ct);
        var possible = new List<(ReportActor, ReportAction)>();
        if (sends is not null) possible.AddRange(ReportRules.Possible(report.State, ReportActor.Sender).Where(a => a is not ReportAction.Recall || IsOwn(sends)).Select(a => (ReportActor.Sender, a)));
        if (approves is not null) possible.AddRange(ReportRules.Possible(report.State, ReportActor.Approver).Where(a => a is not ReportAction.Approve || !IsOwn(approves) || allows).Select(a => (ReportActor.Approver, a)));
        var reopenings = await Reopening.ListAsync(db, report.CycleCode, ct);
        return new ReportView
        {
            Cycles = [.. cycles.Where(c => c.State is not CycleState.Planned)],
            Cycle = chosen,
            Report = report,
            Steps = await ReportStep.ListAsync(db, report.Id, ct),
            Content = chosen is null ? null : await ReportContent.ReadAsync(db, report, reopenings, clock.Today(), ct),
            Holidays = await db.ListAsync<Holiday>(Holiday.All, null, ct),
            Reopenings = reopenings,
            MayAsk = sends is not null,
            Me = db.PersonId,
            MayNameDeputy = sends is { ForPersonId: null } || approves is { ForPersonId: null },
            Possible = possible,
            IsOwn = IsOwn(approves) && !allows,
            AllowsOwnApproval = allows,
            MayManage = manages,
            Today = clock.Today(),
        };
    }
}
