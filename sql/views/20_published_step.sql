create view published_step as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.MeasurementId, f.Position, f.Name
  from FrozenStep f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
