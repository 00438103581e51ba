-- The report that each country has approved and the region has not accepted yet. While it stands there nothing living of the country can be
-- edited, so its living rows are what was approved; the row views show them as snapshot 0, marked Approved. Not of a report that was opened
-- again for single things alone: of its living rows only those things were approved, and what was accepted stands until it is accepted anew.
create view region_approved as
select r.Country, r.State, 0 as SnapshotNo, r.CycleCode, r.StateSince as ApprovedAt, r.ChangedBy as ApprovedBy
  from CountryReport r
 where r.State = 'Approved'
   and not exists (select 1 from CountryReport x where x.Country = r.Country and x.State = 'Approved' and x.CycleCode > r.CycleCode)
   and (not exists (select 1 from ReportReopening o
                     where o.Country = r.Country and o.CycleCode = r.CycleCode and o.State = 'Granted' and o.Subject is not null)
        or exists (select 1 from ReportReopening w
                    where w.Country = r.Country and w.CycleCode = r.CycleCode and w.State = 'Granted' and w.Subject is null))
