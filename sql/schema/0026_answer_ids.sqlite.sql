-- See 0025: the answers that are there get their ids, the kept totals the code that their measurements have.
update CommonIndicatorAnswer set Id = concat(hex(randomblob(4)), '-', hex(randomblob(2)), '-4', substr(hex(randomblob(2)), 2), '-8', substr(hex(randomblob(2)), 2), '-', hex(randomblob(6))) where Id is null;

create unique index CommonAnswerById on CommonIndicatorAnswer (Country, Id);

update FrozenTotal
   set CommonIndicatorCode = case when MeasurementId is not null
           then (select m.CommonIndicatorCode from FrozenMeasurement m
                  where m.Country = FrozenTotal.Country and m.SnapshotNo = FrozenTotal.SnapshotNo and m.MeasurementId = FrozenTotal.MeasurementId)
           else (select max(m.CommonIndicatorCode) from FrozenMeasurement m
                  where m.Country = FrozenTotal.Country and m.SnapshotNo = FrozenTotal.SnapshotNo and m.IndicatorCode = FrozenTotal.IndicatorCode) end;

create index FrozenTotalByCommon on FrozenTotal (Country, SnapshotNo, IsNewest, CommonIndicatorCode);
