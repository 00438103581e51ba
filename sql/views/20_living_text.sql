-- Every narrative of a country that can be had in a second language: where it stands, and in which language it was written. Those that
-- hang on no initiative, and are the right of whoever edits what belongs to the country as a whole, have none here.
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
union all
select c.Country, null, null, null, 'Commitment', c.Id, 'Statement', '1 Commitment', c.Position, c.Code, c.ContentLanguage, c.Statement
  from Commitment c where c.RetiredAt is null
union all
select c.Country, null, null, null, 'Commitment', c.Id, 'StatusNote', '2 CommitmentNote', c.Position, c.Code, c.ContentLanguage, c.StatusNote
  from Commitment c where c.RetiredAt is null and c.StatusNote is not null
union all
select k.Country, null, null, null, 'Indicator', k.Id, 'Name', '3 Indicator', k.Position, k.Code, d.ContentLanguage, d.Name
  from Indicator k join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = k.CurrentDefinition
 where k.RetiredAt is null
union all
select k.Country, null, null, null, 'Indicator', k.Id, 'Note', '4 IndicatorNote', k.Position, k.Code, d.ContentLanguage, d.Note
  from Indicator k join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = k.CurrentDefinition
 where k.RetiredAt is null and d.Note is not null
union all
select s.Country, null, null, null, 'CountryStatement', s.Id, 'Text', '5 Statement', s.Position, s.Code, s.ContentLanguage, s.Text
  from CountryStatement s where s.RetiredAt is null
union all
select e.Country, null, null, null, 'TimelineEvent', e.Id, 'Text', '6 Event', e.Position, e.HappenedText, e.ContentLanguage, e.Text
  from TimelineEvent e where e.RetiredAt is null
union all
select a.Country, null, null, null, 'ChecklistAnswer', a.Id, 'Note', '7 Answer', a.ItemNo, concat(a.ChecklistCode, '.', a.ItemNo), a.ContentLanguage, a.Note
  from ChecklistAnswer a where a.Note is not null
