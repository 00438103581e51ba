create view region_step_text as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.NextStepId, f.InitiativeId, f.Code, f.Text, f.Responsible, f.DueOn, f.DueMark, f.Status,
       f.TargetNumber, f.Note, f.Position, f.Mark, f.SourceLines
  from FrozenNextStep f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select n.Country, a.State, a.SnapshotNo, a.CycleCode,
       n.Id as NextStepId, n.InitiativeId, n.Code, n.Text, n.Responsible, n.DueOn, n.DueMark, n.Status,
       n.TargetNumber, n.Note, n.Position, n.Mark, n.SourceLines
  from NextStep n
  join Initiative i on i.Country = n.Country and i.Id = n.InitiativeId and i.ArchivedAt is null
  join region_approved a on a.Country = n.Country
 where n.RetiredAt is null
