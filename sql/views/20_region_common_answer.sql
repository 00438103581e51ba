create view region_common_answer as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.CommonIndicatorCode, f.PartNo, f.Value, f.Unit, f.Numerator, f.Denominator, f.Rung, f.RungsNotApplicable, f.Reached, f.Text,
       f.PeriodText, f.PeriodStart, f.PeriodEnd, f.DefinitionVersion, f.State as AnswerState, f.Mark
  from FrozenCommonAnswer f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select c.Country, a.State, a.SnapshotNo, a.CycleCode,
       c.CommonIndicatorCode, c.PartNo, c.Value, c.Unit, c.Numerator, c.Denominator, c.Rung, c.RungsNotApplicable, c.Reached, c.Text,
       c.PeriodText, c.PeriodStart, c.PeriodEnd, c.DefinitionVersion, c.State as AnswerState, c.Mark
  from CommonIndicatorAnswer c
  join region_approved a on a.Country = c.Country
