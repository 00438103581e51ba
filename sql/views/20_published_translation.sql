create view published_translation as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.InitiativeId, f.Subject, f.SubjectId, f.Field, f.Language, f.Text, f.HowMade, f.Mark
  from FrozenTranslation f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
