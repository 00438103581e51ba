-- Accepted figures from the totals that acceptance kept, and those of what a country has approved from its living rows: of these only the
-- wholes. No row_number() in here: it would keep a database from going straight to the rows of one snapshot.
create view region_total as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.TotalNo, f.MeasurementId, f.Initiative, f.IndicatorCode, f.CommonIndicatorCode, f.DefinitionNo, f.Name, f.Kind, f.Unit, f.Population, f.OverlapRule, f.Funder,
       f.AlsoReportedIn, f.PeriodText, f.PeriodStart, f.PeriodEnd, f.IsNewest, f.State as ValueState, f.Value, f.Numerator, f.Denominator,
       f.DistinctValue, f.Rung, f.Reached, f.Target, f.TargetPeriod, f.Note, f.Mark, f.NumeratorMark, f.SourceLines, f.ContentLanguage
  from FrozenTotal f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select m.Country, a.State, a.SnapshotNo, a.CycleCode,
       i.Position as TotalNo, m.Id as MeasurementId, t.Code as Initiative, i.Code as IndicatorCode, i.CommonIndicatorCode, m.DefinitionNo, d.Name, d.Kind, d.Unit, d.Population, d.OverlapRule, d.Funder,
       d.AlsoReportedIn, m.PeriodText, m.PeriodStart, m.PeriodEnd,
       cast(case when exists (select 1 from Measurement x
                               where x.Country = m.Country and x.IndicatorId = m.IndicatorId and x.RetiredAt is null
                                 and (x.PeriodEnd > m.PeriodEnd or (x.PeriodEnd is null and m.PeriodEnd is not null)))
                 then 0 else 1 end as bit) as IsNewest,
       m.State as ValueState, m.Value, m.Numerator, m.Denominator,
       m.DistinctValue, m.Rung, m.Reached, d.Target, d.TargetPeriod, coalesce(m.Note, d.Note) as Note, m.Mark, n.Mark as NumeratorMark, m.SourceLines, d.ContentLanguage
  from Measurement m
  join Indicator i on i.Country = m.Country and i.Id = m.IndicatorId and i.RetiredAt is null
  join IndicatorDefinition d on d.Country = m.Country and d.IndicatorId = m.IndicatorId and d.DefinitionNo = m.DefinitionNo
  join region_approved a on a.Country = m.Country
  left join Initiative t on t.Country = i.Country and t.Id = i.InitiativeId and t.ArchivedAt is null
  left join ValueMark n on n.Country = m.Country and n.Subject = 'Measurement' and n.SubjectId = m.Id and n.Field = 'Numerator'
 where m.RetiredAt is null and m.Sex = 'All' and m.AgeBand = 'All' and m.PopulationGroup = 'All' and m.Place = 'All'
