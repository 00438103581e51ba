create view region_total as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.TotalNo, f.MeasurementId, f.Initiative, f.IndicatorCode, f.DefinitionNo, f.Name, f.Kind, f.Unit, f.Population, f.OverlapRule, f.Funder,
       f.AlsoReportedIn, f.PeriodText, f.PeriodStart, f.PeriodEnd, f.IsNewest, f.State as ValueState, f.Value, f.Numerator, f.Denominator,
       f.DistinctValue, f.Rung, f.Reached, f.Target, f.TargetPeriod, f.Note, f.Mark, f.NumeratorMark, f.SourceLines, f.Cells, f.CellsReported, f.CellSum
  from FrozenTotal f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
