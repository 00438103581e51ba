-- The steps of the national ladders, as they were accepted.
create view region_step as
select f.Country, s.State, s.SnapshotNo, s.CycleCode, f.MeasurementId, f.Position, f.Name
  from FrozenStep f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
