create view region_commitment as
select f.Country, s.State, s.SnapshotNo, s.CycleCode,
       f.CommitmentId, f.Code, f.Statement, f.Area, f.Instrument, f.TargetOn, f.Status, f.Position, f.Mark,
       f.SourceLines
  from FrozenCommitment f
  join region_accepted s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
