-- Who last wrote a thing before its country's newest content was approved or accepted: by name and moment, nothing of what.
create view region_author as
select l.Country, n.State, n.SnapshotNo, n.CycleCode, l.Subject, l.SubjectId, l.PersonName, l.HappenedAt, l.Action
  from AuditLink l
  join region_newest n on n.Country = l.Country
 where l.HappenedAt <= n.SeenAt
   and l.LinkNo = (select max(x.LinkNo) from AuditLink x where x.Country = l.Country and x.Subject = l.Subject and x.SubjectId = l.SubjectId and x.HappenedAt <= n.SeenAt)
