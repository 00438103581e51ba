create view published_common_answer as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.CommonIndicatorCode, f.PartNo, f.Value, f.Unit, f.Numerator, f.Denominator, f.Rung, f.RungsNotApplicable, f.Reached, f.Text,
       f.PeriodText, f.PeriodStart, f.PeriodEnd, f.DefinitionVersion, f.State as AnswerState, f.Mark
  from FrozenCommonAnswer f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
