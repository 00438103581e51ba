-- The newest published snapshot of each country, that of the latest cycle: all that donors ever see comes from these.
create view published_snapshot as
select s.Country, s.SnapshotNo, s.CycleCode, s.Title, s.State, s.Hash, s.AcceptedAt, s.AcceptedBy, s.PublishedAt, s.PublishedBy
  from Snapshot s
  join ReportingCycle c on c.Code = s.CycleCode
 where s.State = 'Published' and not exists (select 1 from Snapshot x
                     join ReportingCycle xc on xc.Code = x.CycleCode
                    where x.Country = s.Country and x.State = 'Published' and (xc.StartsOn > c.StartsOn or (x.CycleCode = s.CycleCode and x.SnapshotNo > s.SnapshotNo)))
