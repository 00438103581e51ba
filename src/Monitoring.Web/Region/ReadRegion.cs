using Monitoring.Data;

namespace Monitoring.Web.Region;

/// <summary>Regional progress: status facts as the countries share them, and everything else from national approval on, marked until the region has accepted it.</summary>
public sealed class ReadRegion(Gate gate, TimeProvider clock)
{
    public static readonly RegionSql Cycles = RegionSql.Of("select Code, StartsOn, EndsOn, DueOn, State, Mark from ReportingCycle order by StartsOn");

    public static readonly RegionSql Axes = RegionSql.Of("select Code, NameEn, NameEs from ThematicAxis order by Position");

    public static readonly RegionSql Countries = RegionSql.Of("""
        select c.Code as Country, c.NameEn, c.NameEs, c.SharesDrafts, c.Suspended, s.SnapshotNo, s.CycleCode, s.State, s.Hash, s.AcceptedAt, s.PublishedAt,
               a.CycleCode as ApprovedCycle, a.ApprovedAt
          from Country c
          left join region_snapshot s on s.Country = c.Code
          left join region_approved a on a.Country = c.Code
         order by c.Code
        """);

    public static readonly RegionSql CountriesInCycle = RegionSql.Of("""
        select c.Code as Country, c.NameEn, c.NameEs, c.SharesDrafts, c.Suspended, s.SnapshotNo, s.CycleCode, s.State, s.Hash, s.AcceptedAt, s.PublishedAt
          from Country c
          left join region_accepted s on s.Country = c.Code and s.CycleCode = @Cycle
         order by c.Code
        """);

    public static readonly RegionSql Roles = RegionSql.Of("select CountryCode as Country, Role from CountryRole where RoleYear = @Year");

    public static readonly RegionSql Status = RegionSql.Of("""
        select s.Country, s.State, s.InitiativeId, s.Code, s.Title, s.AxisCode, s.Stage, s.Outlook, s.HasResults, s.ChangedAt,
               f.Stage as AcceptedStage, f.Outlook as AcceptedOutlook, g.StageMark, g.ContentLanguage
          from region_status s
          left join region_snapshot n on n.Country = s.Country
          left join region_fact_sheet f on f.Country = n.Country and f.SnapshotNo = n.SnapshotNo and f.InitiativeId = s.InitiativeId
          left join region_newest w on w.Country = s.Country
          left join region_fact_sheet g on g.Country = w.Country and g.SnapshotNo = w.SnapshotNo and g.InitiativeId = s.InitiativeId
         order by s.Country, s.Position, s.Code
        """);

    public static readonly RegionSql Steps = RegionSql.Of("""
        select Country, State, NextStepId, InitiativeId, Code, Status, DueOn, DueMark from region_next_step order by Country, Position, Code
        """);

    public static readonly RegionSql ResultCounts = RegionSql.Of("""
        select r.Country, r.InitiativeId, count(*) as Printed, count(r.DuplicateOf) as Repeated
          from region_result r
          join region_newest s on s.Country = r.Country and s.SnapshotNo = r.SnapshotNo
         group by r.Country, r.InitiativeId
        """);

    public static readonly RegionSql BudgetLines = RegionSql.Of("""
        select b.Country, b.State as ContentState, b.BudgetLineId, f.Code as Initiative, f.AxisCode, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor,
               b.DisbursedMinor, b.Mark
          from region_budget_line b
          join region_newest s on s.Country = b.Country and s.SnapshotNo = b.SnapshotNo
          left join region_fact_sheet f on f.Country = b.Country and f.SnapshotNo = b.SnapshotNo and f.InitiativeId = b.InitiativeId
         order by b.Country, b.FiscalYear, f.Code, b.Funder, b.BudgetLineId
        """);

    public static readonly RegionSql Accepted = RegionSql.Of("""
        select f.Country, count(*) as Printed
          from region_fact_sheet f
          join region_newest s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
         group by f.Country
        """);

    public static readonly RegionSql Reports = RegionSql.Of("select Country, State, StateSince from region_report where CycleCode = @Cycle");

    public static readonly RegionSql Anomalies = RegionSql.Of("select Code, Text, SourceLines from SourceAnomaly order by Position");

    // The catalogues that funding and checklists need beside the views.
    public static readonly RegionSql Rates = RegionSql.Of("select Currency, RateOn, UsDollars, Source, Mark from ExchangeRate order by Currency, RateOn");

    public static readonly RegionSql ChecklistItems = RegionSql.Of("""
        select c.Code as Checklist, c.Name, c.ReferencePractice, c.SourceLines, t.ItemNo, t.Text
          from Checklist c
          join ChecklistItem t on t.ChecklistCode = c.Code
         order by c.Position, t.ItemNo
        """);

    public static readonly RegionSql AnswersOfSnapshot = RegionSql.Of("""
        select c.AxisCode, c.Code as Checklist, c.Name as ChecklistName, c.Position, a.ItemNo, t.Text, a.AnswerId, a.Answer, a.AnsweredOn, a.Note, a.ContentLanguage, a.Mark
          from region_checklist_answer a
          join Checklist c on c.Code = a.ChecklistCode
          join ChecklistItem t on t.ChecklistCode = a.ChecklistCode and t.ItemNo = a.ItemNo
         where a.Country = @Of and a.SnapshotNo = @No
         order by c.Position, a.ItemNo
        """);

    public async Task<RegionOverview> RunAsync(CancellationToken ct)
    {
        await using var db = await gate.RegionAsync(ct);
        var cycles = await db.ListAsync<CycleRow>(Cycles, ct: ct);
        var cycle = CycleRow.Current(cycles);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var status = await db.ListAsync<StatusRow>(Status, ct: ct);
        var steps = await db.ListAsync<StepRow>(Steps, ct: ct);
        return new RegionOverview
        {
            Today = today,
            Cycle = cycle,
            Axes = await db.ListAsync<AxisRow>(Axes, ct: ct),
            Countries = await db.ListAsync<CountryRow>(Countries, ct: ct),
            Roles = (await db.ListAsync<RoleRow>(Roles, new { Year = cycle?.StartsOn.Year ?? 0 }, ct)).ToLookup(r => r.Country, r => r.Role),
            Status = status,
            Steps = steps.ToLookup(s => s.InitiativeId),
            Pace = await ReadPace.AsOfAsync(db, cycles, cycle, status, steps, today, ct),
            Results = (await db.ListAsync<ResultCountRow>(ResultCounts, ct: ct)).ToDictionary(r => r.InitiativeId),
            Common = await CommonAnswers.ReadAsync(db, null, ct),
            Ladders = await ReportedFigures.LaddersAsync(db, ct),
            Budget = await db.ListAsync<BudgetRow>(BudgetLines, ct: ct),
            AcceptedInitiatives = (await db.ListAsync<ResultCountRow>(Accepted, ct: ct)).ToDictionary(r => r.Country, r => r.Printed),
            Reports = (await db.ListAsync<ReportStateRow>(Reports, new { Cycle = cycle?.Code ?? "" }, ct)).ToDictionary(r => r.Country),
            Anomalies = await db.ListAsync<AnomalyRow>(Anomalies, ct: ct),
        };
    }
}
