-- The newest accepted snapshot of each country, published or not: what the region compares.
create view region_snapshot as
select s.Country, s.State, s.SnapshotNo, s.CycleCode, s.Title, s.Hash, s.AcceptedAt, s.AcceptedBy, s.PublishedAt
  from Snapshot s
 where s.SnapshotNo = (select max(x.SnapshotNo) from Snapshot x where x.Country = s.Country)
