create view region_commitment as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.CommitmentId, f.Code, f.Statement, f.Area, f.Instrument, f.TargetOn, f.Status, f.Position, f.Mark,
       f.SourceLines, f.ContentLanguage
  from FrozenCommitment f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
union all
select c.Country, a.State, a.SnapshotNo, a.CycleCode,
       c.Id as CommitmentId, c.Code, c.Statement, c.Area, c.Instrument, c.TargetOn, c.Status, c.Position, c.Mark,
       c.SourceLines, c.ContentLanguage
  from Commitment c
  join region_approved a on a.Country = c.Country
 where c.RetiredAt is null
