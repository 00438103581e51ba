-- See 0025: the answers that are there get ids, counted within their country; the kept totals the code that their measurements have.
update CommonIndicatorAnswer
   set Id = concat('C0A15E00-0000-8000-8000-', 100000000000 + (select count(*) from CommonIndicatorAnswer x
                                                                where x.Country = CommonIndicatorAnswer.Country
                                                                  and (x.CommonIndicatorCode < CommonIndicatorAnswer.CommonIndicatorCode
                                                                       or (x.CommonIndicatorCode = CommonIndicatorAnswer.CommonIndicatorCode
                                                                           and x.PartNo <= CommonIndicatorAnswer.PartNo))))
 where Id is null;

create unique index CommonAnswerById on CommonIndicatorAnswer (Country, Id);

update FrozenTotal
   set CommonIndicatorCode = case when MeasurementId is not null
           then (select m.CommonIndicatorCode from FrozenMeasurement m
                  where m.Country = FrozenTotal.Country and m.SnapshotNo = FrozenTotal.SnapshotNo and m.MeasurementId = FrozenTotal.MeasurementId)
           else (select max(m.CommonIndicatorCode) from FrozenMeasurement m
                  where m.Country = FrozenTotal.Country and m.SnapshotNo = FrozenTotal.SnapshotNo and m.IndicatorCode = FrozenTotal.IndicatorCode) end;

create index FrozenTotalByCommon on FrozenTotal (Country, SnapshotNo, IsNewest, CommonIndicatorCode);
