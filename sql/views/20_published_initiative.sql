create view published_initiative as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.InitiativeId, f.Code, f.Title, f.Summary, f.ContentLanguage, f.AxisCode, f.Stage, f.StageMark,
       f.StageNote, f.Outlook, f.StartsOn, f.EndsOn, f.Length, f.Coverage, f.CoverageMark, f.TargetPopulation,
       f.Topics, f.InCharge, f.Partners, f.PhasesDeclared, f.ProgressPercent, f.Position, f.Mark, f.SourceLines
  from FrozenInitiative f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
