-- The newest of each country that the region may read in full: what it has approved, or else the newest accepted snapshot.
create view region_newest as
select a.Country, a.State, a.SnapshotNo, a.CycleCode, cast(null as char(64)) as Hash, a.ApprovedAt as SeenAt, cast(null as nvarchar(200)) as AcceptedBy
  from region_approved a
union all
select s.Country, s.State, s.SnapshotNo, s.CycleCode, s.Hash, s.AcceptedAt as SeenAt, s.AcceptedBy
  from region_snapshot s
 where not exists (select 1 from region_approved a where a.Country = s.Country)
