-- Where each country's report of each cycle stands: never what is in it.
create view region_report as
select r.Country, r.State, r.CycleCode, r.StateSince, r.ChangedBy, r.Version,
       (select max(e.UntilOn) from ReportExtension e where e.Country = r.Country and e.CycleCode = r.CycleCode) as ExtendedTo,
       (select count(*) from ReportReopening o where o.Country = r.Country and o.CycleCode = r.CycleCode and o.State = 'Asked') as Requests,
       (select min(o.AskedAt) from ReportReopening o where o.Country = r.Country and o.CycleCode = r.CycleCode and o.State = 'Asked') as AskedSince
  from CountryReport r
