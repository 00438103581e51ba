-- Period rows that an accepted report covers: they change only by restatement. A row is covered when its period lies in the cycle of an
-- accepted report, and when a snapshot holds it; also while that report is open again. Read by the edit door.
create view closed_row as
select m.Country, 'Measurement' as Subject, m.Id as SubjectId, r.CycleCode, c.EndsOn, r.StateSince as LockedAt, r.ChangedBy as LockedBy
  from Measurement m
  join CountryReport r on r.Country = m.Country and (r.State in ('Accepted', 'Published')
       or exists (select 1 from Snapshot k where k.Country = r.Country and k.CycleCode = r.CycleCode))
  join ReportingCycle c on c.Code = r.CycleCode
 where (m.PeriodStart >= c.StartsOn and m.PeriodEnd <= c.EndsOn)
    or exists (select 1 from FrozenMeasurement f join Snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
                where f.Country = m.Country and f.MeasurementId = m.Id and s.CycleCode = r.CycleCode)
union all
select b.Country, 'BudgetLine' as Subject, b.Id as SubjectId, r.CycleCode, c.EndsOn, r.StateSince as LockedAt, r.ChangedBy as LockedBy
  from BudgetLine b
  join CountryReport r on r.Country = b.Country and (r.State in ('Accepted', 'Published')
       or exists (select 1 from Snapshot k where k.Country = r.Country and k.CycleCode = r.CycleCode))
  join ReportingCycle c on c.Code = r.CycleCode
 where (concat(b.FiscalYear, '-01-01') >= concat(c.StartsOn, '') and concat(b.FiscalYear, '-12-31') <= concat(c.EndsOn, ''))
    or exists (select 1 from FrozenBudgetLine f join Snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
                where f.Country = b.Country and f.BudgetLineId = b.Id and s.CycleCode = r.CycleCode)
