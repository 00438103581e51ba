-- What an approved report says in its second language may still be out of date, and is then not frozen: whoever reads it compares the
-- original that it says with the one that stands there.
create view region_country_translation as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.Subject, f.SubjectId, f.Code, f.Field, f.Language, f.Text, f.SourceText, f.HowMade, f.Mark
  from FrozenCountryTranslation f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select t.Country, a.State, a.SnapshotNo, a.CycleCode,
       t.Subject, t.SubjectId, k.Code, t.Field, t.Language, t.Text, t.SourceText, t.HowMade, coalesce(m.Mark, t.Mark) as Mark
  from CountryTranslation t
  join region_approved a on a.Country = t.Country
  left join Indicator k on k.Country = t.Country and k.Id = t.SubjectId
  left join ValueMark m on m.Country = t.Country and m.Subject = 'CountryTranslation' and m.SubjectId = t.Id and m.Field = 'Text'
 where t.Text is not null and t.Field <> 'StatusNote'
