-- Answers to the regional checklists, as they were accepted or are approved.
create view region_checklist_answer as
select f.Country, s.State, s.SnapshotNo, s.CycleCode, f.AnswerId, f.ChecklistCode, f.ItemNo, f.Answer, f.Note, f.AnsweredOn, f.Mark, f.ContentLanguage
  from FrozenChecklistAnswer f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select c.Country, a.State, a.SnapshotNo, a.CycleCode, c.Id as AnswerId, c.ChecklistCode, c.ItemNo, c.Answer, c.Note, c.AnsweredOn, c.Mark, c.ContentLanguage
  from ChecklistAnswer c
  join region_approved a on a.Country = c.Country
