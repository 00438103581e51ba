create view published_country_translation as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.Subject, f.SubjectId, f.Code, f.Field, f.Language, f.Text, f.SourceText, f.HowMade, f.Mark
  from FrozenCountryTranslation f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
