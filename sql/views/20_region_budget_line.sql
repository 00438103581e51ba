create view region_budget_line as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.BudgetLineId, f.InitiativeId, f.FiscalYear, f.Funder, f.Currency, f.RequiredMinor, f.NationalMinor,
       f.PledgedMinor, f.CommittedMinor, f.DisbursedMinor, f.Mark
  from FrozenBudgetLine f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
