-- When next steps were set to done, as far as the country lets its status facts be seen: what it has approved or had accepted, and its
-- drafts where it shares them.
create view region_step_done as
select f.Country, case when n.SnapshotNo is not null and l.HappenedAt <= n.SeenAt then n.State else 'Draft' end as State, f.SubjectId as NextStepId, max(l.HappenedAt) as DoneAt
  from FieldChange f
  join AuditLink l on l.Country = f.Country and l.LinkNo = f.LinkNo
  join Country c on c.Code = f.Country
  left join region_newest n on n.Country = f.Country
 where f.Subject = 'NextStep' and f.Field = 'Status' and cast(f.NewValue as nvarchar(20)) = 'Done'
   and (c.SharesDrafts = 1 or l.HappenedAt <= n.SeenAt)
 group by f.Country, case when n.SnapshotNo is not null and l.HappenedAt <= n.SeenAt then n.State else 'Draft' end, f.SubjectId
