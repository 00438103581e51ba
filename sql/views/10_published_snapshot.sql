-- The newest published snapshot of each country: all that donors ever see comes from these.
create view published_snapshot as
select s.Country, s.SnapshotNo, s.CycleCode, s.Title, s.State, s.Hash, s.AcceptedAt, s.AcceptedBy, s.PublishedAt, s.PublishedBy
  from Snapshot s
 where s.State = 'Published'
   and s.SnapshotNo = (select max(x.SnapshotNo) from Snapshot x where x.Country = s.Country and x.State = 'Published')
