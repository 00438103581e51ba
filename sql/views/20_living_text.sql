-- Every narrative of a country that can be had in a second language: where it stands, and in which language it was written.
create view living_text as
select i.Country, i.Id as InitiativeId, i.Code as InitiativeCode, i.Position as InitiativePosition, 'Initiative' as Subject, i.Id as SubjectId,
       'Title' as Field, '1 Title' as Place, 0 as Position, i.Code as Label, i.ContentLanguage as Language, i.Title as Text
  from Initiative i where i.ArchivedAt is null
union all
select i.Country, i.Id, i.Code, i.Position, 'Initiative', i.Id, 'Summary', '2 Summary', 0, i.Code, i.ContentLanguage, i.Summary
  from Initiative i where i.ArchivedAt is null
union all
select i.Country, i.Id, i.Code, i.Position, 'Initiative', i.Id, 'StageNote', '3 StageNote', 0, i.Code, i.ContentLanguage, i.StageNote
  from Initiative i where i.ArchivedAt is null and i.StageNote is not null
union all
select i.Country, i.Id, i.Code, i.Position, 'Initiative', i.Id, 'TargetPopulation', '4 TargetPopulation', 0, i.Code, i.ContentLanguage, i.TargetPopulation
  from Initiative i where i.ArchivedAt is null and i.TargetPopulation is not null
union all
select t.Country, i.Id, i.Code, i.Position, 'InitiativeItem', t.Id, 'Text', concat('5 ', t.Section), t.Position, i.Code, i.ContentLanguage, t.Text
  from InitiativeItem t join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
 where t.RetiredAt is null and i.ArchivedAt is null
union all
select r.Country, i.Id, i.Code, i.Position, 'Result', r.Id, 'Text', '6 Result', r.Position, r.Code, i.ContentLanguage, r.Text
  from Result r join Initiative i on i.Country = r.Country and i.Id = r.InitiativeId
 where r.RetiredAt is null and i.ArchivedAt is null
union all
select s.Country, i.Id, i.Code, i.Position, 'NextStep', s.Id, 'Text', '7 NextStep', s.Position, s.Code, i.ContentLanguage, s.Text
  from NextStep s join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
 where s.RetiredAt is null and i.ArchivedAt is null
