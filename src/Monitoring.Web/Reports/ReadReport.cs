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
        var (sends, approves) = (await gate.MayAsync(May.SendReport, country, ct: ct), await gate.MayAsync(May.ApproveReport, country, ct: ct));
        var manages = await gate.MayAsync(May.ManageCountry, country, ct: ct);
        await using var db = await gate.ReadAsync(country, ct: ct);
        var cycles = await db.ListAsync<Cycle>(Cycle.InCountry, null, ct);
        var reports = (await db.ListAsync<ReportRow>(ReportRow.All, null, ct)).ToDictionary(r => r.CycleCode);
        var chosen = cycle is null
            ? Cycle.Current(cycles, code => reports.GetValueOrDefault(code)?.State is ContentState.Accepted or ContentState.Published)
            : cycles.FirstOrDefault(c => c.Code == cycle) ?? throw new UnknownChoiceException("cycle", cycle);
        var report = chosen is null ? ReportRow.None("") : reports.GetValueOrDefault(chosen.Code) ?? ReportRow.None(chosen.Code);
        var own = report.State is ContentState.Submitted && await MoveReport.IsSenderAsync(db, report.Id, ct);
        var ownApproval = own || (approves && report.State is ContentState.Submitted && await MoveReport.IsOwnAsync(gate, db, report.Id, clock.GetUtcNow().UtcDateTime, ct));
        var allows = await db.OneAsync<bool>(ApproveReport.AllowsOwn, null, ct);
        var possible = new List<(ReportActor, ReportAction)>();
        if (sends) possible.AddRange(ReportRules.Possible(report.State, ReportActor.Sender).Where(a => a is not ReportAction.Recall || own).Select(a => (ReportActor.Sender, a)));
        if (approves) possible.AddRange(ReportRules.Possible(report.State, ReportActor.Approver).Where(a => a is not ReportAction.Approve || !ownApproval || allows).Select(a => (ReportActor.Approver, a)));
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
            MayAsk = sends,
            Me = sends || approves ? await MeAsync(ct) : null,
            Possible = possible,
            IsOwn = ownApproval && approves && !allows,
            AllowsOwnApproval = allows,
            MayManage = manages,
            Today = clock.Today(),
        };
    }

    private async Task<Guid?> MeAsync(CancellationToken ct)
    {
        await using var people = await gate.ReadPeopleAsync(May.OwnAccount, ct: ct);
        return people.PersonId;
    }
}
