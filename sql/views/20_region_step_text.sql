create view region_step_text as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.NextStepId, f.InitiativeId, f.Code, f.Text, f.Responsible, f.DueOn, f.DueMark, f.Status,
       f.TargetNumber, f.Note, f.Position, f.Mark, f.SourceLines
  from FrozenNextStep f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
