-- The newest accepted snapshot of each country, published or not: what the region compares. The newest is that of the latest cycle: an
-- earlier cycle that was corrected afterwards has the higher number and is still the earlier one.
create view region_snapshot as
select s.Country, s.State, s.SnapshotNo, s.CycleCode, s.Title, s.Hash, s.AcceptedAt, s.AcceptedBy, s.PublishedAt
  from Snapshot s
  join ReportingCycle c on c.Code = s.CycleCode
 where not exists (select 1 from Snapshot x
                     join ReportingCycle xc on xc.Code = x.CycleCode
                    where x.Country = s.Country and (xc.StartsOn > c.StartsOn or (x.CycleCode = s.CycleCode and x.SnapshotNo > s.SnapshotNo)))
