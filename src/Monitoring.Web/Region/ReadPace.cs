using Monitoring.Data;

namespace Monitoring.Web.Region;

/// <summary>What moved since the last cycle, and what was on time.</summary>
public sealed record Pace(IReadOnlyList<BaselineRow> Baselines, IReadOnlyList<Move> Moves, IReadOnlyList<Timed> Reports, IReadOnlyList<Timed> Steps)
{
    public static readonly Pace None = new([], [], [], []);
}

/// <summary>Reads what <see cref="MovementRules"/> and <see cref="OnTimeRules"/> need.</summary>
public static class ReadPace
{
    public static readonly RegionSql Snapshots = RegionSql.Of("select a.Country, a.SnapshotNo, a.CycleCode from region_accepted a");

    public static readonly RegionSql ThenInitiatives = RegionSql.Of("""
        select f.Country, f.InitiativeId as Id, f.Code, f.Stage, f.Outlook from region_fact_sheet f where f.Country = @Of and f.SnapshotNo = @No
        """);

    public static readonly RegionSql ThenSteps = RegionSql.Of("""
        select n.Country, n.NextStepId as Id, n.Code, n.Status from region_step_text n where n.Country = @Of and n.SnapshotNo = @No
        """);

    public static readonly RegionSql ReportDays = RegionSql.Of("select Country, State, CycleCode, ExtendedTo from region_report");

    public static readonly RegionSql Sendings = RegionSql.Of("select Country, CycleCode, Action, HappenedAt from region_sending order by Country, LinkNo");

    public static readonly RegionSql Roles = RegionSql.Of("select CountryCode as Country, RoleYear, Role from CountryRole");

    public static readonly RegionSql StepsDone = RegionSql.Of("select Country, NextStepId, DoneAt from region_step_done");

    public static async Task<Pace> AsOfAsync(RegionDb db, IReadOnlyList<CycleRow> cycles, CycleRow? current, IReadOnlyList<StatusRow> status, IReadOnlyList<StepRow> steps, DateOnly today, CancellationToken ct)
    {
        var baselines = MovementRules.Baselines(await db.ListAsync<BaselineRow>(Snapshots, ct: ct), cycles, current);
        var initiatives = new List<ThenRow>();
        var wereSteps = new List<ThenRow>();
        foreach (var then in baselines)
        {
            var of = new { Of = then.Country, No = then.SnapshotNo };
            initiatives.AddRange(await db.ListAsync<ThenRow>(ThenInitiatives, of, ct));
            wereSteps.AddRange(await db.ListAsync<ThenRow>(ThenSteps, of, ct));
        }
        var done = (await db.ListAsync<StepDoneRow>(StepsDone, ct: ct)).GroupBy(d => d.NextStepId).ToDictionary(g => g.Key, g => g.Max(d => d.DoneAt));
        return new Pace(baselines, MovementRules.Of(initiatives, wereSteps, status, steps),
            OnTimeRules.Reports(cycles, await db.ListAsync<YearRoleRow>(Roles, ct: ct), await db.ListAsync<ReportDayRow>(ReportDays, ct: ct), await db.ListAsync<SendingRow>(Sendings, ct: ct), today),
            OnTimeRules.Steps(steps, done, today));
    }
}
