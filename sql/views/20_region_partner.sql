-- Institutions of an initiative, in charge, partner or other actor, as printed and accepted.
create view region_partner as
select f.Country, s.State, s.SnapshotNo, s.CycleCode, f.PartId, f.InitiativeId, f.Part, f.PrintedName, f.Institution, f.Role, f.Position, f.Mark
  from FrozenInstitution f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select p.Country, a.State, a.SnapshotNo, a.CycleCode, p.Id as PartId, p.InitiativeId, p.Part, p.PrintedName, b.Name as Institution, p.Role, p.Position, p.Mark
  from InitiativeInstitution p
  join Initiative i on i.Country = p.Country and i.Id = p.InitiativeId and i.ArchivedAt is null
  join region_approved a on a.Country = p.Country
  left join Institution b on b.Country = p.Country and b.Id = p.InstitutionId
 where p.RetiredAt is null
