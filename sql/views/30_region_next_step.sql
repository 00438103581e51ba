-- Status and due date of every next step, by the same rule as region_status; its text is narrative and stands in region_step_text.
create view region_next_step as
select n.Country,
       case when f.NextStepId is null or f.Status <> n.Status or f.DueOn <> n.DueOn
              or (f.DueOn is null and n.DueOn is not null) or (f.DueOn is not null and n.DueOn is null)
            then 'Draft' else s.State end as State,
       n.InitiativeId, n.Code, n.Status, n.DueOn, n.DueMark, n.Position
  from NextStep n
  join Initiative i on i.Country = n.Country and i.Id = n.InitiativeId and i.ArchivedAt is null
  join Country c on c.Code = n.Country and c.SharesDrafts = 1
  left join region_snapshot s on s.Country = n.Country
  left join FrozenNextStep f on f.Country = n.Country and f.SnapshotNo = s.SnapshotNo and f.NextStepId = n.Id
 where n.RetiredAt is null
union all
select f.Country, s.State, f.InitiativeId, f.Code, f.Status, f.DueOn, f.DueMark, f.Position
  from FrozenNextStep f
  join region_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
  join Country c on c.Code = f.Country and c.SharesDrafts = 0
