-- The newest accepted snapshot of each country and cycle. The row views show all of these: a statement over them names the snapshot
-- that it wants, region_snapshot's or one by number.
create view region_accepted as
select s.Country, s.State, s.SnapshotNo, s.CycleCode, s.Title, s.Hash, s.AcceptedAt, s.AcceptedBy, s.PublishedAt
  from Snapshot s
 where s.SnapshotNo = (select max(x.SnapshotNo) from Snapshot x where x.Country = s.Country and x.CycleCode = s.CycleCode)
