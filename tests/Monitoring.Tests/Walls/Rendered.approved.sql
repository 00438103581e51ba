-- Audit/ListChanges.Fields
select f.LinkNo, f.ChangeNo, f.Subject, f.SubjectId, f.Field, f.OldValue, f.NewValue, f.OldMark, f.OldSource,
       m.Sex, m.AgeBand, m.PopulationGroup, b.Currency
  from FieldChange f
  join AuditLink l on l.Country = f.Country and l.LinkNo = f.LinkNo
  left join Measurement m on m.Country = f.Country and m.Id = f.SubjectId
  left join BudgetLine b on b.Country = f.Country and b.Id = f.SubjectId
 where f.Country = @Country and f.LinkNo >= @From and f.LinkNo <= @To
   and (l.Subject = @Subject)
   and (l.SubjectId in (
    select i.Id from Initiative i where i.Country = @Country and i.Code = @Initiative
    union all select t.Id from InitiativeItem t join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
               where t.Country = @Country and i.Code = @Initiative
    union all select r.Id from Result r join Initiative i on i.Country = r.Country and i.Id = r.InitiativeId
               where r.Country = @Country and i.Code = @Initiative
    union all select s.Id from NextStep s join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
               where s.Country = @Country and i.Code = @Initiative
    union all select t.Id from Translation t join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
               where t.Country = @Country and i.Code = @Initiative
    union all select u.Id from FactLink u join Initiative i on i.Country = u.Country and i.Id = u.InitiativeId
               where u.Country = @Country and i.Code = @Initiative
    union all select k.Id from Indicator k join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
               where k.Country = @Country and i.Code = @Initiative
    union all select b.Id from BudgetLine b join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId
               where b.Country = @Country and i.Code = @Initiative))
 order by l.LinkNo
 offset @Skip rows fetch next @Take rows only;
-- on SQLite: limit @Take offset @Skip

-- Audit/ListChanges.Links
select l.LinkNo, l.HappenedAt, l.PersonName, l.ForPersonName, l.Action, l.Subject, l.SubjectId, l.Label, l.Reason
  from AuditLink l
 where l.Country = @Country
   and (l.Subject = @Subject)
   and (l.SubjectId in (
    select i.Id from Initiative i where i.Country = @Country and i.Code = @Initiative
    union all select t.Id from InitiativeItem t join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
               where t.Country = @Country and i.Code = @Initiative
    union all select r.Id from Result r join Initiative i on i.Country = r.Country and i.Id = r.InitiativeId
               where r.Country = @Country and i.Code = @Initiative
    union all select s.Id from NextStep s join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
               where s.Country = @Country and i.Code = @Initiative
    union all select t.Id from Translation t join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
               where t.Country = @Country and i.Code = @Initiative
    union all select u.Id from FactLink u join Initiative i on i.Country = u.Country and i.Id = u.InitiativeId
               where u.Country = @Country and i.Code = @Initiative
    union all select k.Id from Indicator k join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
               where k.Country = @Country and i.Code = @Initiative
    union all select b.Id from BudgetLine b join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId
               where b.Country = @Country and i.Code = @Initiative))
 order by l.LinkNo
 offset @Skip rows fetch next @Take rows only;
-- on SQLite: limit @Take offset @Skip

-- Indicators/ListIndicators.All
select k.Id, k.Code, i.Code as InitiativeCode, k.CommonIndicatorCode, d.Name, d.ContentLanguage, d.Kind, d.Unit, d.Population, d.OverlapRule, d.Funder,
       d.AlsoReportedIn, d.Baseline, d.Target, d.TargetPeriod, d.Note as DefinitionNote, d.DefinitionNo, k.CurrentDefinition,
       m.Id as MeasurementId, m.PeriodText, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.State, m.Value, m.Numerator, m.Denominator,
       m.DistinctValue, m.Rung, m.Reached, m.Note, coalesce(m.Mark, k.Mark) as Mark, coalesce(m.SourceLines, k.SourceLines) as SourceLines,
       k.Version, k.ChangedAt, k.ChangedBy
  from Indicator k
  left join Measurement m on m.Country = k.Country and m.IndicatorId = k.Id and m.RetiredAt is null
       and m.Sex = 'All' and m.AgeBand = 'All' and m.PopulationGroup = 'All'
  join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = coalesce(m.DefinitionNo, k.CurrentDefinition)
  left join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
 where k.Country = @Country and k.RetiredAt is null
   and (d.Kind = @Kind)
   and (k.InitiativeId = (select x.Id from Initiative x where x.Country = @Country and x.Code = @Initiative))
   and (coalesce(m.State, 'None') = 'NotCollected')
   and (not exists (select 1 from Measurement x
             where x.Country = @Country and x.IndicatorId = k.Id and x.RetiredAt is null and x.State = 'Reported'
               and x.Sex = 'All' and x.AgeBand = 'All' and x.PopulationGroup = 'All' and x.PeriodStart <= @To and x.PeriodEnd >= @From
               and (x.Value is not null or x.Numerator is not null or x.Rung is not null or x.Reached is not null)))
 order by k.Position, k.Code, m.PeriodStart, m.PeriodText, m.Sex, m.AgeBand, m.Id
 offset @Skip rows fetch next @Take rows only;
-- on SQLite: limit @Take offset @Skip

-- Initiatives/ListInitiatives.Keys
select i.Id from Initiative i where i.Country = @Country and i.ArchivedAt is null
   and (i.SearchText like @Search escape '!')
   and (i.AxisCode = @Axis)
   and (i.Stage = @Stage)
   and (i.Outlook = @Outlook)
   and (exists (select 1 from InitiativeTopic o where o.Country = @Country and o.InitiativeId = i.Id and o.TopicCode = @Topic))
   and (exists (select 1 from InitiativeInstitution p
          left join Institution n on n.Country = p.Country and n.Id = p.InstitutionId
         where p.Country = @Country and p.InitiativeId = i.Id and p.RetiredAt is null
           and (p.PrintedName = @Institution or n.Name = @Institution or n.Acronym = @Institution)))
   and (i.Outlook = 'NotAssessed')
   and (i.Coverage is null)
   and (i.Length is null and i.StartsOn is null and i.EndsOn is null)
   and (i.TargetPopulation is null)
   and (not exists (select 1 from InitiativeInstitution p where p.Country = @Country and p.InitiativeId = i.Id and p.Part = 'InCharge' and p.RetiredAt is null))
   and (not exists (select 1 from InitiativeItem t where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'Objective' and t.RetiredAt is null))
   and (not exists (select 1 from InitiativeItem t where t.Country = @Country and t.InitiativeId = i.Id and t.Section = 'Challenge' and t.RetiredAt is null))
   and (exists (select 1 from NextStep s where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null
           and s.Status in ('Planned', 'UnderWay') and s.DueOn is null))
   and (not exists (select 1 from Result r where r.Country = @Country and r.InitiativeId = i.Id and r.RetiredAt is null))
   and (not exists (select 1 from NextStep s where s.Country = @Country and s.InitiativeId = i.Id and s.RetiredAt is null))
   and (i.Id in (select s.InitiativeId from NextStep s where s.Country = @Country and s.RetiredAt is null
            and s.Status in ('Planned', 'UnderWay') and s.DueOn < @Today))
   and (not exists (select 1 from BudgetLine b where b.Country = @Country and b.InitiativeId = i.Id and b.RetiredAt is null and b.Mark <> 'Illustrative'
           and coalesce(b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor) is not null))
 order by i.Code
 offset @Skip rows fetch next @Take rows only;
-- on SQLite: limit @Take offset @Skip

-- Links/LinkRow.All
select k.Id, k.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage as Language,
       case when k.ResultId is not null then 'Result' when k.ItemId is not null then 'InitiativeItem' else 'NextStep' end as Subject,
       coalesce(k.ResultId, k.ItemId, k.StepId) as SubjectId, coalesce(r.Code, s.Code) as SubjectCode,
       coalesce(r.Text, t.Text, s.Text) as SubjectText,
       case when k.ToIndicatorId is not null then 'Indicator' when k.ToCommitmentId is not null then 'Commitment' else 'NextStep' end as EndKind,
       coalesce(k.ToIndicatorId, k.ToCommitmentId, k.ToStepId) as EndId, coalesce(d.Code, c.Code, n.Code) as LinkedTo,
       coalesce(f.Name, c.Statement, n.Text) as EndText, o.Code as EndInitiative, k.RetiredAt, k.Version, k.ChangedAt, k.ChangedBy
  from FactLink k
  join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
  left join Result r on r.Country = k.Country and r.Id = k.ResultId
  left join InitiativeItem t on t.Country = k.Country and t.Id = k.ItemId
  left join NextStep s on s.Country = k.Country and s.Id = k.StepId
  left join Indicator d on d.Country = k.Country and d.Id = k.ToIndicatorId
  left join IndicatorDefinition f on f.Country = k.Country and f.IndicatorId = k.ToIndicatorId and f.DefinitionNo = d.CurrentDefinition
  left join Commitment c on c.Country = k.Country and c.Id = k.ToCommitmentId
  left join NextStep n on n.Country = k.Country and n.Id = k.ToStepId
  left join Initiative o on o.Country = k.Country and o.Id = n.InitiativeId
 where k.Country = @Country
   and (k.Id = @Id)
   and (k.RetiredAt is null and i.ArchivedAt is null and r.RetiredAt is null and t.RetiredAt is null and s.RetiredAt is null
and d.RetiredAt is null and c.RetiredAt is null and n.RetiredAt is null and o.ArchivedAt is null)
   and (k.InitiativeId = @InitiativeId or n.InitiativeId = @InitiativeId)
   and (k.ToIndicatorId = @IndicatorId)
   and (k.ToCommitmentId is not null);

-- NextSteps/ListNextSteps.All
select s.Id, s.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage, s.Code, s.Text, s.Responsible, s.ResponsiblePerson, s.DueOn, s.DueMark, s.Status,
       s.TargetNumber, s.Note, s.Position, s.Mark, s.SourceLines, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy
  from NextStep s
  join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
 where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
   and (s.Responsible = @Institution
or exists (select 1 from Institution n where n.Country = @Country and n.Id = s.InstitutionId and n.Name = @Institution))
   and (s.ResponsiblePerson = @InCharge)
   and (i.Code = @Initiative)
   and (s.Status in ('Planned', 'UnderWay'))
   and (s.Status in ('Planned', 'UnderWay') and s.DueOn < @Today)
   and (s.Status in ('Planned', 'UnderWay') and s.DueOn >= @Today and s.DueOn <= @Soon)
   and (s.Status in ('Planned', 'UnderWay') and s.DueOn is null)
   and (s.Status = 'Done')
   and (s.Status = 'Dropped')
 order by s.Code
 offset @Skip rows fetch next @Take rows only;
-- on SQLite: limit @Take offset @Skip

-- NextSteps/Postponements.Moves
select f.LinkNo, f.SubjectId as StepId, f.OldValue, f.NewValue, l.Reason
  from FieldChange f
  join AuditLink l on l.Country = f.Country and l.LinkNo = f.LinkNo
  join NextStep s on s.Country = f.Country and s.Id = f.SubjectId
 where f.Country = @Country and f.Subject = 'NextStep' and f.Field = 'DueOn' and s.RetiredAt is null and s.Version > 1
   and (s.InitiativeId = @InitiativeId);

-- Region/ReportedFigures.OfSnapshot
select m.Country, m.MeasurementId, m.Initiative, m.IndicatorCode, m.CommonIndicatorCode, m.DefinitionNo, m.Name, m.ContentLanguage, m.Kind, m.Unit, m.Population, m.OverlapRule, m.Funder,
       m.AlsoReportedIn, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.ValueState, m.Value, m.Numerator, m.Denominator, m.DistinctValue,
       m.Rung, m.Reached, m.Target, m.TargetPeriod, m.Note, m.Mark, m.NumeratorMark, m.SourceLines, m.State as ContentState
  from region_total m
 where m.Country = @Of and m.SnapshotNo = @No and m.MeasurementId is not null
   and (m.CommonIndicatorCode is not null)
   and (m.CommonIndicatorCode is null)
   and (m.IsNewest = 1)
   and (m.Kind = 'Ladder')
 order by m.TotalNo, m.MeasurementId;

-- Reports/ReportRow.All
select r.Id, r.CycleCode, r.State, r.StateSince, r.Version, r.ChangedAt, r.ChangedBy,
       (select max(e.UntilOn) from ReportExtension e where e.Country = @Country and e.CycleCode = r.CycleCode) as ExtendedTo
  from CountryReport r
 where r.Country = @Country
   and (r.CycleCode = @Cycle);

