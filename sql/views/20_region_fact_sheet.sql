create view region_fact_sheet as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.InitiativeId, f.Code, f.Title, f.Summary, f.ContentLanguage, f.AxisCode, f.Stage, f.StageMark,
       f.StageNote, f.Outlook, f.Length, f.Coverage, f.CoverageMark, f.TargetPopulation, f.InCharge,
       f.Partners, f.Position, f.Mark, f.SourceLines
  from FrozenInitiative f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
-- Whoever is in charge and the partners stand one by one in region_partner.
select i.Country, a.State, a.SnapshotNo, a.CycleCode,
       i.Id as InitiativeId, i.Code, i.Title, i.Summary, i.ContentLanguage, i.AxisCode, i.Stage, coalesce(m.Mark, i.Mark) as StageMark,
       i.StageNote, i.Outlook, i.Length, i.Coverage, coalesce(c.Mark, i.Mark) as CoverageMark, i.TargetPopulation, cast(null as nvarchar(4000)) as InCharge,
       cast(null as nvarchar(4000)) as Partners, i.Position, i.Mark, i.SourceLines
  from Initiative i
  join region_approved a on a.Country = i.Country
  left join ValueMark m on m.Country = i.Country and m.Subject = 'Initiative' and m.SubjectId = i.Id and m.Field = 'Stage'
  left join ValueMark c on c.Country = i.Country and c.Subject = 'Initiative' and c.SubjectId = i.Id and c.Field = 'Coverage'
 where i.ArchivedAt is null
