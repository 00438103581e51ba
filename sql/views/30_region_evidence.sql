-- Evidence that was there when the country's newest content was approved or accepted; a title never changes. The address of a link is told
-- only where the country has opened it to the public, a file stays with its country: that it is there is what the region reads.
create view region_evidence as
select e.Country, n.State, n.SnapshotNo, n.CycleCode, e.Id as EvidenceId, e.Subject, e.SubjectId, e.Title, case when e.IsPublic = 1 then e.Address else null end as Address,
       case when e.FileHash is null then cast(0 as bit) else cast(1 as bit) end as IsFile, e.IsPublic, e.ChangedAt, e.ChangedBy
  from Evidence e
  join region_newest n on n.Country = e.Country
 where e.RetiredAt is null and e.ChangedAt <= n.SeenAt
