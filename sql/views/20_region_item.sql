create view region_item as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.ItemId, f.InitiativeId, f.Section, f.Position, f.Text, f.Responsible, f.Mark, f.SourceLines
  from FrozenItem f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
