create view published_institution as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.PartId, f.InitiativeId, f.Part, f.PrintedName, f.Role, f.Position, f.Mark
  from FrozenInstitution f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
