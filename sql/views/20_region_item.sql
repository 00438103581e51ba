create view region_item as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.ItemId, f.InitiativeId, f.Section, f.Position, f.Text, f.Responsible, f.Mark, f.SourceLines
  from FrozenItem f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select t.Country, a.State, a.SnapshotNo, a.CycleCode,
       t.Id as ItemId, t.InitiativeId, t.Section, t.Position, t.Text, t.Responsible, t.Mark, t.SourceLines
  from InitiativeItem t
  join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId and i.ArchivedAt is null
  join region_approved a on a.Country = t.Country
 where t.RetiredAt is null
