create view region_fact_sheet as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.InitiativeId, f.Code, f.Title, f.Summary, f.ContentLanguage, f.AxisCode, f.Stage, f.StageMark,
       f.StageNote, f.Outlook, f.Length, f.Coverage, f.CoverageMark, f.TargetPopulation, f.InCharge,
       f.Partners, f.Position, f.Mark, f.SourceLines
  from FrozenInitiative f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
