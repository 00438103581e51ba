create view region_statement as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.StatementId, f.Code, f.Text, f.HappenedText, f.AxisCode, f.Position, f.Mark, f.SourceLines
  from FrozenStatement f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
