create view published_measurement as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.MeasurementId, f.IndicatorCode, f.DefinitionNo, f.InitiativeId, f.CommonIndicatorCode, f.Name, f.Kind,
       f.Unit, f.Population, f.OverlapRule, f.Funder, f.AlsoReportedIn, f.PeriodText, f.PeriodStart,
       f.PeriodEnd, f.Sex, f.AgeBand, f.PopulationGroup, f.Place, f.State as ValueState, f.Value, f.Numerator, f.Denominator, f.DistinctValue, f.Rung,
       f.Reached, f.Baseline, f.BaselineMark, f.Target, f.TargetPeriod, f.Note, f.Position, f.Mark, f.NumeratorMark, f.SourceLines, f.ContentLanguage
  from FrozenMeasurement f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
