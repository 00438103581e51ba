create view published_statement as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.StatementId, f.Code, f.Text, f.HappenedText, f.AxisCode, f.Position, f.Mark, f.SourceLines, f.ContentLanguage
  from FrozenStatement f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
