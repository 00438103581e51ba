-- Status facts of every initiative, all that the region may see before national approval: stage, outlook, completeness, last change.
-- A country that shares, or that has approved its report, gives its rows as they are now, marked Draft or Approved where they differ from
-- what was accepted; another gives what was accepted. A title is narrative, so it is the approved or accepted one, and a new initiative
-- has none before.
create view region_status as
select i.Country,
       case when f.InitiativeId is not null and f.Stage = i.Stage and f.Outlook = i.Outlook
              and case when exists (select 1 from Result r where r.Country = i.Country and r.InitiativeId = i.Id and r.RetiredAt is null) then 1 else 0 end
              = case when exists (select 1 from FrozenResult q where q.Country = f.Country and q.SnapshotNo = f.SnapshotNo and q.InitiativeId = f.InitiativeId) then 1 else 0 end
            then s.State
            when a.State is not null then a.State
            else 'Draft' end as State,
       i.Id as InitiativeId, i.Code, case when a.State is not null then i.Title else f.Title end as Title, i.AxisCode, i.Stage, i.Outlook,
       cast(case when exists (select 1 from Result r where r.Country = i.Country and r.InitiativeId = i.Id and r.RetiredAt is null) then 1 else 0 end as bit) as HasResults,
       i.ChangedAt, i.Position
  from Initiative i
  join Country c on c.Code = i.Country
  left join region_approved a on a.Country = i.Country
  left join region_snapshot s on s.Country = i.Country
  left join FrozenInitiative f on f.Country = i.Country and f.SnapshotNo = s.SnapshotNo and f.InitiativeId = i.Id
 where i.ArchivedAt is null and (c.SharesDrafts = 1 or a.State is not null)
union all
select f.Country, s.State,
       f.InitiativeId, f.Code, f.Title, f.AxisCode, f.Stage, f.Outlook,
       cast(case when exists (select 1 from FrozenResult q where q.Country = f.Country and q.SnapshotNo = f.SnapshotNo and q.InitiativeId = f.InitiativeId) then 1 else 0 end as bit) as HasResults,
       s.AcceptedAt as ChangedAt, f.Position
  from FrozenInitiative f
  join region_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
  join Country c on c.Code = f.Country and c.SharesDrafts = 0
 where not exists (select 1 from region_approved a where a.Country = f.Country)
