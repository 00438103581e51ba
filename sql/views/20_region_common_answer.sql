create view region_common_answer as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.CommonIndicatorCode, f.PartNo, f.Value, f.Unit, f.Numerator, f.Denominator, f.Rung, f.Text,
       f.State as AnswerState, f.Mark
  from FrozenCommonAnswer f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
