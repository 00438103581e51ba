create view published_result as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.ResultId, f.InitiativeId, f.Code, f.Text, f.ReportedOn, f.ReportedBy, f.Theme, f.DuplicateOf,
       f.Position, f.Mark, f.SourceLines
  from FrozenResult f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
