-- When each report was sent to its approver and taken back: the moment, and no reason.
create view region_sending as
select r.Country, r.State, r.CycleCode, l.LinkNo, l.Action, l.HappenedAt
  from CountryReport r
  join AuditLink l on l.Country = r.Country and l.Subject = 'CountryReport' and l.SubjectId = r.Id and l.Action in ('Sent', 'Recalled')
