-- Status facts of every initiative, all that the region may see before national approval: stage, outlook, completeness, last change.
-- A country that shares gives its rows as they are now, marked Draft where they differ from what was accepted; one that does not
-- share gives what was accepted. A title is narrative, so it is the accepted one, and a new initiative has none yet.
create view region_status as
select i.Country,
       case when f.InitiativeId is null or f.Stage <> i.Stage or f.Outlook <> i.Outlook
              or case when exists (select 1 from Result r where r.Country = i.Country and r.InitiativeId = i.Id and r.RetiredAt is null) then 1 else 0 end
              <> case when exists (select 1 from FrozenResult q where q.Country = f.Country and q.SnapshotNo = f.SnapshotNo and q.InitiativeId = f.InitiativeId) then 1 else 0 end
            then 'Draft' else s.State end as State,
       i.Id as InitiativeId, i.Code, f.Title, i.AxisCode, i.Stage, i.Outlook,
       cast(case when exists (select 1 from Result r where r.Country = i.Country and r.InitiativeId = i.Id and r.RetiredAt is null) then 1 else 0 end as bit) as HasResults,
       i.ChangedAt, i.Position
  from Initiative i
  join Country c on c.Code = i.Country and c.SharesDrafts = 1
  left join region_snapshot s on s.Country = i.Country
  left join FrozenInitiative f on f.Country = i.Country and f.SnapshotNo = s.SnapshotNo and f.InitiativeId = i.Id
 where i.ArchivedAt is null
union all
select f.Country, s.State,
       f.InitiativeId, f.Code, f.Title, f.AxisCode, f.Stage, f.Outlook,
       cast(case when exists (select 1 from FrozenResult q where q.Country = f.Country and q.SnapshotNo = f.SnapshotNo and q.InitiativeId = f.InitiativeId) then 1 else 0 end as bit) as HasResults,
       s.AcceptedAt as ChangedAt, f.Position
  from FrozenInitiative f
  join region_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
  join Country c on c.Code = f.Country and c.SharesDrafts = 0
