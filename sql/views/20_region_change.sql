-- How far each country's history goes: tells that something was saved, and nothing of what.
create view region_change as
select h.Country, 'Draft' as State, h.LastLink
  from CountryHead h
