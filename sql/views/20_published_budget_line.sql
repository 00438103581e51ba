create view published_budget_line as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.BudgetLineId, f.InitiativeId, f.FiscalYear, f.Funder, f.Currency, f.RequiredMinor, f.NationalMinor,
       f.PledgedMinor, f.CommittedMinor, f.DisbursedMinor, f.Mark
  from FrozenBudgetLine f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
