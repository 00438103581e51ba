create view published_timeline_event as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.EventId, f.HappenedText, f.HappenedOn, f.Text, f.Position, f.Mark, f.ContentLanguage
  from FrozenTimelineEvent f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
