create view region_measurement as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.MeasurementId, f.IndicatorCode, f.DefinitionNo, f.InitiativeId, f.CommonIndicatorCode, f.Name, f.Kind,
       f.Unit, f.Population, f.OverlapRule, f.Funder, f.AlsoReportedIn, f.PeriodText, f.PeriodStart,
       f.PeriodEnd, f.Sex, f.AgeBand, f.PopulationGroup, f.Place, f.State as ValueState, f.Value, f.Numerator, f.Denominator, f.DistinctValue, f.Rung,
       f.Reached, f.Baseline, f.BaselineMark, f.Target, f.TargetPeriod, f.Note, f.Position, f.Mark, f.NumeratorMark, f.SourceLines
  from FrozenMeasurement f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select m.Country, a.State, a.SnapshotNo, a.CycleCode,
       m.Id as MeasurementId, i.Code as IndicatorCode, m.DefinitionNo, i.InitiativeId, i.CommonIndicatorCode, d.Name, d.Kind,
       d.Unit, d.Population, d.OverlapRule, d.Funder, d.AlsoReportedIn, m.PeriodText, m.PeriodStart,
       m.PeriodEnd, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.State as ValueState, m.Value, m.Numerator, m.Denominator, m.DistinctValue, m.Rung,
       m.Reached, d.Baseline, b.Mark as BaselineMark, d.Target, d.TargetPeriod, coalesce(m.Note, d.Note) as Note, i.Position, m.Mark,
       n.Mark as NumeratorMark, m.SourceLines
  from Measurement m
  join Indicator i on i.Country = m.Country and i.Id = m.IndicatorId and i.RetiredAt is null
  join IndicatorDefinition d on d.Country = m.Country and d.IndicatorId = m.IndicatorId and d.DefinitionNo = m.DefinitionNo
  join region_approved a on a.Country = m.Country
  left join ValueMark n on n.Country = m.Country and n.Subject = 'Measurement' and n.SubjectId = m.Id and n.Field = 'Numerator'
  left join ValueMark b on b.Country = m.Country and b.Subject = 'Indicator' and b.SubjectId = i.Id and b.Field = 'Baseline'
 where m.RetiredAt is null
