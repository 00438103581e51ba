-- How much of its fact sheet each published initiative fills. A result that is printed twice is a duplicate of one that counts.
create view published_sheet as
select i.Country, i.SnapshotNo, i.CycleCode, i.InitiativeId, i.Code, i.Title, i.ContentLanguage, i.AxisCode, i.Stage, i.StageMark,
       i.Position,
       (select count(*) from FrozenResult r
         where r.Country = i.Country and r.SnapshotNo = i.SnapshotNo and r.InitiativeId = i.InitiativeId) as Results,
       (select count(*) from FrozenResult r
         where r.Country = i.Country and r.SnapshotNo = i.SnapshotNo and r.InitiativeId = i.InitiativeId
           and r.DuplicateOf is null) as DistinctResults,
       (select count(*) from FrozenNextStep n
         where n.Country = i.Country and n.SnapshotNo = i.SnapshotNo and n.InitiativeId = i.InitiativeId) as NextSteps,
       (select count(*) from FrozenMeasurement m
         where m.Country = i.Country and m.SnapshotNo = i.SnapshotNo and m.InitiativeId = i.InitiativeId
           and m.State = 'Reported') as Figures,
       (select count(*) from FrozenItem t
         where t.Country = i.Country and t.SnapshotNo = i.SnapshotNo and t.InitiativeId = i.InitiativeId
           and t.Section = 'Challenge') as Challenges,
       (select count(*) from FrozenItem t
         where t.Country = i.Country and t.SnapshotNo = i.SnapshotNo and t.InitiativeId = i.InitiativeId
           and t.Section = 'ImprovementNeed') as ImprovementNeeds,
       (select count(*) from FrozenBudgetLine b
         where b.Country = i.Country and b.SnapshotNo = i.SnapshotNo and b.InitiativeId = i.InitiativeId
           and coalesce(b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor) is not null) as Amounts
  from published_initiative i
