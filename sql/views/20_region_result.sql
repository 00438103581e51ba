create view region_result as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.ResultId, f.InitiativeId, f.Code, f.Text, f.ReportedOn, f.ReportedBy, f.Theme, f.DuplicateOf,
       f.Position, f.Mark, f.SourceLines
  from FrozenResult f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
