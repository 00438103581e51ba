-- Institutions of an initiative, in charge, partner or other actor, as printed and accepted.
create view region_partner as
select f.Country, s.State, s.SnapshotNo, s.CycleCode, f.PartId, f.InitiativeId, f.Part, f.PrintedName, f.Institution, f.Role, f.Position, f.Mark
  from FrozenInstitution f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
