create view region_result as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.ResultId, f.InitiativeId, f.Code, f.Text, f.ReportedOn, f.ReportedBy, f.Theme, f.DuplicateOf,
       f.Position, f.Mark, f.SourceLines
  from FrozenResult f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select r.Country, a.State, a.SnapshotNo, a.CycleCode,
       r.Id as ResultId, r.InitiativeId, r.Code, r.Text, r.ReportedOn, r.ReportedBy, r.Theme, coalesce(o.Code, n.Code) as DuplicateOf,
       r.Position, r.Mark, r.SourceLines
  from Result r
  join Initiative i on i.Country = r.Country and i.Id = r.InitiativeId and i.ArchivedAt is null
  join region_approved a on a.Country = r.Country
  left join Result o on o.Country = r.Country and o.Id = r.DuplicateOfResultId
  left join NextStep n on n.Country = r.Country and n.Id = r.DuplicateOfNextStepId
 where r.RetiredAt is null
