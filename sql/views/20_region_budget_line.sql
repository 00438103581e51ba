create view region_budget_line as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.BudgetLineId, f.InitiativeId, f.FiscalYear, f.Funder, f.Currency, f.RequiredMinor, f.NationalMinor,
       f.PledgedMinor, f.CommittedMinor, f.DisbursedMinor, f.Mark
  from FrozenBudgetLine f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select b.Country, a.State, a.SnapshotNo, a.CycleCode,
       b.Id as BudgetLineId, b.InitiativeId, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor,
       b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor, b.Mark
  from BudgetLine b
  join region_approved a on a.Country = b.Country
 where b.RetiredAt is null
