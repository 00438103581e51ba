-- The steps of the national ladders, as they were accepted.
create view region_step as
select f.Country, s.State, s.SnapshotNo, s.CycleCode, f.MeasurementId, f.Position, f.Name
  from FrozenStep f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select m.Country, a.State, a.SnapshotNo, a.CycleCode, m.Id as MeasurementId, t.Position, t.Name
  from Measurement m
  join Indicator i on i.Country = m.Country and i.Id = m.IndicatorId and i.RetiredAt is null
  join IndicatorStep t on t.Country = m.Country and t.IndicatorId = m.IndicatorId and t.DefinitionNo = m.DefinitionNo
  join region_approved a on a.Country = m.Country
 where m.RetiredAt is null
