-- Reports on their way: from sending until acceptance or return, nothing living of the country is edited. Read by the edit door.
create view country_lock as
select r.Country, r.CycleCode, r.State, r.StateSince as LockedAt, r.ChangedBy as LockedBy
  from CountryReport r
 where r.State in ('Submitted', 'Approved')
