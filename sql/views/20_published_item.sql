create view published_item as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.ItemId, f.InitiativeId, f.Section, f.Position, f.Text, f.Responsible, f.ItemYear, f.Detail, f.Mark, f.SourceLines
  from FrozenItem f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
