-- Kept totals: what acceptance makes of the measurements of a snapshot, so that a regional figure is read from one row for each
-- indicator and period however many cells of a disaggregation lie behind it. Written once by acceptance; `recompute` and a nightly job
-- make them again from the leaves, FrozenMeasurement, and report what differs.
create table FrozenTotal (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    TotalNo        int            not null,               -- in the order in which a country lists its indicators
    MeasurementId  uniqueidentifier null,                 -- the value of the whole; null where only cells were reported
    Initiative     nvarchar(20)   null,
    IndicatorCode  nvarchar(30)   not null,
    DefinitionNo   int            not null,
    Name           nvarchar(400)  not null,
    Kind           nvarchar(12)   not null,
    Unit           nvarchar(100)  null,
    Population     nvarchar(200)  null,
    OverlapRule    nvarchar(30)   not null,
    Funder         nvarchar(100)  null,
    AlsoReportedIn nvarchar(200)  null,
    PeriodText     nvarchar(60)   null,
    PeriodStart    date           null,
    PeriodEnd      date           null,
    IsNewest       bit            not null,               -- no later period of the indicator is in the snapshot
    State          nvarchar(12)   not null,
    Value          decimal(19,4)  null,
    Numerator      decimal(19,4)  null,
    Denominator    decimal(19,4)  null,
    DistinctValue  decimal(19,4)  null,
    Rung           nvarchar(200)  null,
    Reached        bit            null,
    Target         decimal(19,4)  null,
    TargetPeriod   nvarchar(100)  null,
    Note           nvarchar(1000) null,
    Mark           nvarchar(12)   not null,
    NumeratorMark  nvarchar(12)   null,
    SourceLines    nvarchar(100)  null,
    Cells          int            not null,               -- cells of a disaggregation of the same indicator and period
    CellsReported  int            not null,               -- those of them that have a value; the others were not collected
    CellSum        decimal(28,4)  not null,               -- what they come to: never added to the whole
    primary key (Country, SnapshotNo, TotalNo),
    constraint FrozenTotalOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);
create index FrozenTotalByKind on FrozenTotal (Country, SnapshotNo, Kind, TotalNo);
create index FrozenTotalByIndicator on FrozenTotal (Country, SnapshotNo, IndicatorCode, IsNewest);
