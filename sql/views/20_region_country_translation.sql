-- Translations of texts of a country as a whole, as they were accepted; of an approved report those that acceptance would freeze. Whoever
-- reads them compares the original that each says with the one that stands there: letters can be equal to a database and not be the same.
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
  join living_text x on x.Country = t.Country and x.SubjectId = t.SubjectId and x.Field = t.Field and x.Language <> t.Language and x.Text = t.SourceText
  left join Indicator k on k.Country = t.Country and k.Id = t.SubjectId
  left join ValueMark m on m.Country = t.Country and m.Subject = 'CountryTranslation' and m.SubjectId = t.Id and m.Field = 'Text'
 where t.Text is not null and t.Field <> 'StatusNote'
   and (k.Id is null or exists (select 1 from Measurement v where v.Country = k.Country and v.IndicatorId = k.Id and v.RetiredAt is null))
