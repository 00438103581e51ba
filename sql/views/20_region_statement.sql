create view region_statement as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.StatementId, f.Code, f.Text, f.HappenedText, f.AxisCode, f.Position, f.Mark, f.SourceLines, f.ContentLanguage
  from FrozenStatement f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select t.Country, a.State, a.SnapshotNo, a.CycleCode,
       t.Id as StatementId, t.Code, t.Text, t.HappenedText, t.AxisCode, t.Position, t.Mark, t.SourceLines, t.ContentLanguage
  from CountryStatement t
  join region_approved a on a.Country = t.Country
 where t.RetiredAt is null
