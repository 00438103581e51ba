-- Who approved a report for its country, and when: every approval of every report.
create view region_approval as
select r.Country, r.State, r.CycleCode, l.PersonName, l.ForPersonName, l.HappenedAt
  from CountryReport r
  join AuditLink l on l.Country = r.Country and l.Subject = 'CountryReport' and l.SubjectId = r.Id and l.Action = 'Approved'
