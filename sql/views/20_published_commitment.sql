create view published_commitment as
select f.Country, s.SnapshotNo, s.CycleCode,
       f.CommitmentId, f.Code, f.Statement, f.Area, f.Instrument, f.TargetOn, f.Status, f.Position, f.Mark,
       f.SourceLines, f.ContentLanguage
  from FrozenCommitment f
  join published_snapshot s on s.Country = f.Country and s.SnapshotNo = f.SnapshotNo
