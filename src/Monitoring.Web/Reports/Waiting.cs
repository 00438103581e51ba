using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>Who has to act on what waits: the national approver, or the lead on a report or on a request to reopen.</summary>
public enum WaitsFor { Approval, Acceptance, Request }

/// <summary>Something of a country that waits for somebody, since how many of its working days, and from how many on that is too long.</summary>
public sealed record Waiting(CountryCode Country, string Cycle, WaitsFor For, int Days, int Threshold)
{
    /// <summary>Shown to whoever must act.</summary>
    public bool IsLong => Days >= Threshold;

    /// <summary>Twice as long: shown also to the secretariat, and to everybody who writes the country's report.</summary>
    public bool IsEscalated => Days >= 2 * Threshold;
}

/// <summary>How many working days are too long; the lead may say otherwise.</summary>
public sealed record Threshold
{
    public WaitsFor Code { get; init; }
    public int WorkingDays { get; init; }

    public static readonly CountrySql InCountry = CountrySql.Of("select Code, WorkingDays from WaitingThreshold");

    public static readonly RegionSql InRegion = RegionSql.Of("select Code, WorkingDays from WaitingThreshold");

    public static int Of(IReadOnlyList<Threshold> all, WaitsFor what) =>
        all.FirstOrDefault(t => t.Code == what)?.WorkingDays ?? (what is WaitsFor.Approval ? 3 : 5);
}

/// <summary>A report that was given back to whoever sends it, and why.</summary>
public sealed record ReturnedReport(string Cycle, ReportStep Step);

/// <summary>What waits in a country for one of its people.</summary>
public sealed record CountryWaiting(IReadOnlyList<(Waiting What, bool IsMine)> Waiting, IReadOnlyList<ReturnedReport> Returned)
{
    public static readonly CountryWaiting Nothing = new([], []);
}

/// <summary>What waits in a country, for the people of the country.</summary>
public sealed class ReadWaiting(Gate gate, TimeProvider clock)
{
    /// <summary>
    /// What this person must know of: the approver at once, everybody who sends or approves once it is escalated; what was returned, whoever
    /// sends it.
    /// </summary>
    public async Task<CountryWaiting> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        var (approves, sends) = (await gate.RoleForAsync(May.ApproveReport, country, ct), await gate.MayAsync(May.SendReport, country, ct: ct));
        if (approves is null && !sends) return CountryWaiting.Nothing;
        await using var db = await gate.ReadAsync(country, ct: ct);
        var days = new WorkingDays((await db.ListAsync<Holiday>(Holiday.All, null, ct)).Select(h => h.HeldOn));
        var thresholds = await db.ListAsync<Threshold>(Threshold.InCountry, null, ct);
        var (all, returned) = (new List<(Waiting What, bool IsMine)>(), new List<ReturnedReport>());
        foreach (var report in await db.ListAsync<ReportRow>(ReportRow.All, null, ct))
        {
            if (report.State is ContentState.Draft && sends && await ReportStep.ListAsync(db, report.Id, ct) is [.., { Action: ChangeAction.Returned } step])
                returned.Add(new ReturnedReport(report.CycleCode, step));
            if (report.State is not (ContentState.Submitted or ContentState.Approved)) continue;
            var what = report.State is ContentState.Submitted ? WaitsFor.Approval : WaitsFor.Acceptance;
            var isMine = what is WaitsFor.Approval && approves is not null && await ApproveReport.IsForAsync(db, report, approves.ForPersonId, ct);
            var waiting = Of(country, report.CycleCode, what, report.StateSince, days, thresholds, clock.Today());
            if (isMine || waiting.IsEscalated) all.Add((waiting, isMine));
        }
        return new CountryWaiting(all, returned);
    }

    internal static Waiting Of(CountryCode country, string cycle, WaitsFor what, DateTime since, WorkingDays days, IReadOnlyList<Threshold> thresholds, DateOnly today) =>
        new(country, cycle, what, days.Between(DateOnly.FromDateTime(since), today), Threshold.Of(thresholds, what));
}

/// <summary>What waits anywhere, for the secretariat: reports to accept and requests to answer, and what has waited too long in a country.</summary>
public sealed class ReadRegionWaiting(Gate gate, TimeProvider clock)
{
    public async Task<IReadOnlyList<(Waiting What, string Name)>> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.RegionAsync(ct);
        var holidays = (await db.ListAsync<HolidayOf>(Holiday.InRegion, null, ct)).ToLookup(h => h.Country, h => h.HeldOn);
        var thresholds = await db.ListAsync<Threshold>(Threshold.InRegion, null, ct);
        var all = new List<(Waiting What, string Name)>();
        foreach (var report in await db.ListAsync<CountryState>(ReadCycles.States, null, ct))
        {
            if (report.StateSince is not { } since) continue;
            var days = new WorkingDays(holidays[report.Country]);
            (Waiting What, string Name) Since(WaitsFor what, DateTime from) =>
                (ReadWaiting.Of(report.Country, report.CycleCode, what, from, days, thresholds, clock.Today()), report.Name);
            if (report.State is ContentState.Approved) all.Add(Since(WaitsFor.Acceptance, since));
            if (report.State is ContentState.Submitted && Since(WaitsFor.Approval, since) is { What.IsEscalated: true } late) all.Add(late);
            if (report.AskedSince is { } asked) all.Add(Since(WaitsFor.Request, asked));
        }
        return [.. all.OrderByDescending(w => w.What.Days - w.What.Threshold)];
    }

    private sealed record HolidayOf
    {
        public CountryCode Country { get; init; }
        public DateOnly HeldOn { get; init; }
    }
}
