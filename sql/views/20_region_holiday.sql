-- Days on which a country does not work: public facts, for the clocks of its report.
create view region_holiday as
select h.Country, 'Published' as State, h.HeldOn
  from Holiday h
