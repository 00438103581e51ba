create view published_next_step as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.NextStepId, f.InitiativeId, f.Code, f.Text, f.Responsible, f.DueOn, f.DueMark, f.Status,
       f.TargetNumber, f.Note, f.Position, f.Mark, f.SourceLines
  from FrozenNextStep f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
