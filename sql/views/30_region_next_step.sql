-- Status and due date of every next step, by the same rule as region_status; its text is narrative and stands in region_step_text.
create view region_next_step as
select n.Country,
       case when f.NextStepId is not null and f.Status = n.Status
              and (f.DueOn = n.DueOn or (f.DueOn is null and n.DueOn is null))
            then s.State
            when a.State is not null then a.State
            else 'Draft' end as State,
       n.Id as NextStepId, n.InitiativeId, n.Code, n.Status, n.DueOn, n.DueMark, n.Position
  from NextStep n
  join Initiative i on i.Country = n.Country and i.Id = n.InitiativeId and i.ArchivedAt is null
  join Country c on c.Code = n.Country
  left join region_approved a on a.Country = n.Country
  left join region_snapshot s on s.Country = n.Country
  left join FrozenNextStep f on f.Country = n.Country and f.SnapshotNo = s.SnapshotNo and f.NextStepId = n.Id
 where n.RetiredAt is null and (c.SharesDrafts = 1 or a.State is not null)
union all
select f.Country, s.State, f.NextStepId, f.InitiativeId, f.Code, f.Status, f.DueOn, f.DueMark, f.Position
  from FrozenNextStep f
  join region_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
  join Country c on c.Code = f.Country and c.SharesDrafts = 0
 where not exists (select 1 from region_approved a where a.Country = f.Country)
