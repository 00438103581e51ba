-- By what an indicator is broken down is part of its definition, in versions like the rest of it. What counts persons, or cases of them, has been asked
-- by sex, age and group until now and goes on so; of the rest, what has values by one of them.
alter table IndicatorDefinition add BySex bit not null default 0;
alter table IndicatorDefinition add ByAge bit not null default 0;
alter table IndicatorDefinition add ByGroup bit not null default 0;
go
update IndicatorDefinition
   set BySex = 1
 where Kind in ('Count', 'Ratio', 'Rate')
   and (substring(Unit, 1, 6) in ('person', 'Person', 'people', 'People', 'indivi', 'Indivi') or substring(Unit, 1, 4) in ('case', 'Case', 'caso', 'Caso')
        or exists (select 1 from Measurement m
                    where m.Country = IndicatorDefinition.Country and m.IndicatorId = IndicatorDefinition.IndicatorId and m.Sex <> 'All'));

update IndicatorDefinition
   set ByAge = 1
 where Kind in ('Count', 'Ratio', 'Rate')
   and (substring(Unit, 1, 6) in ('person', 'Person', 'people', 'People', 'indivi', 'Indivi') or substring(Unit, 1, 4) in ('case', 'Case', 'caso', 'Caso')
        or exists (select 1 from Measurement m
                    where m.Country = IndicatorDefinition.Country and m.IndicatorId = IndicatorDefinition.IndicatorId and m.AgeBand <> 'All'));

update IndicatorDefinition
   set ByGroup = 1
 where Kind in ('Count', 'Ratio', 'Rate')
   and (substring(Unit, 1, 6) in ('person', 'Person', 'people', 'People', 'indivi', 'Indivi') or substring(Unit, 1, 4) in ('case', 'Case', 'caso', 'Caso')
        or exists (select 1 from Measurement m
                    where m.Country = IndicatorDefinition.Country and m.IndicatorId = IndicatorDefinition.IndicatorId and m.PopulationGroup <> 'All'));
