-- What a country says about its progress, its timeline, its report of each cycle, and what acceptance froze.

create table CountryStatement (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Text           nvarchar(2000) not null,
    HappenedText   nvarchar(20)   null,
    AxisCode       nvarchar(10)   not null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueStatementCode unique (Country, Code),
    constraint StatementOfCountry foreign key (Country) references CountryHead (Country),
    constraint StatementOfAxis foreign key (AxisCode) references ThematicAxis (Code)
);

create table TimelineEvent (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    HappenedText   nvarchar(20)   not null,
    HappenedOn     date           not null,
    Text           nvarchar(1000) not null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    primary key (Country, Id),
    constraint EventOfCountry foreign key (Country) references CountryHead (Country)
);

create table CountryReport (
    Country        char(3)        not null,
    CycleCode      nvarchar(10)   not null,
    Id             uniqueidentifier not null,
    State          nvarchar(12)   not null,
    StateSince     datetime2(3)   not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, CycleCode),
    constraint UniqueReport unique (Country, Id),
    constraint ReportOfCountry foreign key (Country) references CountryHead (Country),
    constraint ReportOfCycle foreign key (CycleCode) references ReportingCycle (Code),
    constraint ReportState check (State in ('Draft', 'Submitted', 'Approved', 'Accepted', 'Published'))
);

-- The frozen content of one accepted report: canonical JSON, its SHA-256, and the hash of the country's snapshot before it.
create table Snapshot (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    Id             uniqueidentifier not null,
    CycleCode      nvarchar(10)   not null,
    Title          nvarchar(400)  not null,
    State          nvarchar(12)   not null,
    Content        LongText       not null,
    Hash           char(64)       not null,
    PreviousHash   char(64)       not null,
    AcceptedAt     datetime2(3)   not null,
    AcceptedBy     nvarchar(200)  not null,
    PublishedAt    datetime2(3)   null,
    PublishedBy    nvarchar(200)  null,
    primary key (Country, SnapshotNo),
    constraint UniqueSnapshot unique (Country, Id),
    constraint SnapshotOfReport foreign key (Country, CycleCode) references CountryReport (Country, CycleCode),
    constraint SnapshotState check (State in ('Accepted', 'Published'))
);

-- Row copies of the same content, so that it can be read with SQL. Written once, never changed.
create table FrozenInitiative (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    InitiativeId   uniqueidentifier not null,
    Code           nvarchar(20)   not null,
    Title          nvarchar(400)  not null,
    Summary        nvarchar(4000) not null,
    ContentLanguage nvarchar(10)  not null,
    AxisCode       nvarchar(10)   not null,
    Stage          nvarchar(20)   not null,
    StageMark      nvarchar(12)   not null,
    StageNote      nvarchar(400)  null,
    Outlook        nvarchar(20)   not null,
    StartsOn       date           null,
    EndsOn         date           null,
    Length         nvarchar(200)  null,
    Coverage       nvarchar(1000) null,
    CoverageMark   nvarchar(12)   not null,
    TargetPopulation nvarchar(1000) null,
    Topics         nvarchar(200)  null,                   -- codes, joined by "; "
    InCharge       nvarchar(4000) null,                   -- printed names, joined by "; "; one by one in FrozenInstitution
    Partners       nvarchar(4000) null,
    PhasesDeclared int            null,
    ProgressPercent int           null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, SnapshotNo, InitiativeId),
    constraint FrozenInitiativeOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);

create table FrozenInstitution (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    PartId         uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Part           nvarchar(12)   not null,
    PrintedName    nvarchar(400)  not null,
    Institution    nvarchar(300)  null,                   -- the body that it is, where the source names one
    Role           nvarchar(400)  null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    primary key (Country, SnapshotNo, PartId),
    constraint FrozenInstitutionOfInitiative foreign key (Country, SnapshotNo, InitiativeId)
        references FrozenInitiative (Country, SnapshotNo, InitiativeId)
);

create table FrozenItem (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    ItemId         uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Section        nvarchar(20)   not null,
    Position       int            not null,
    Text           nvarchar(4000) not null,
    Responsible    nvarchar(300)  null,
    ItemYear       int            null,
    Detail         nvarchar(400)  null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, SnapshotNo, ItemId),
    constraint FrozenItemOfInitiative foreign key (Country, SnapshotNo, InitiativeId)
        references FrozenInitiative (Country, SnapshotNo, InitiativeId)
);
create index FrozenItemByInitiative on FrozenItem (Country, SnapshotNo, InitiativeId);

create table FrozenResult (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    ResultId       uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Text           nvarchar(4000) not null,
    ReportedOn     date           null,
    ReportedBy     nvarchar(300)  null,
    Attribution    nvarchar(12)   not null,
    Theme          nvarchar(30)   null,
    DuplicateOf    nvarchar(30)   null,                   -- code of the fact that counts
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, SnapshotNo, ResultId),
    constraint FrozenResultOfInitiative foreign key (Country, SnapshotNo, InitiativeId)
        references FrozenInitiative (Country, SnapshotNo, InitiativeId)
);
create index FrozenResultByInitiative on FrozenResult (Country, SnapshotNo, InitiativeId);

create table FrozenNextStep (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    NextStepId     uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Text           nvarchar(4000) not null,
    Responsible    nvarchar(300)  null,
    DueOn          date           null,
    DueMark        nvarchar(12)   null,
    Status         nvarchar(12)   not null,
    TargetNumber   int            null,
    Note           nvarchar(1000) null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, SnapshotNo, NextStepId),
    constraint FrozenNextStepOfInitiative foreign key (Country, SnapshotNo, InitiativeId)
        references FrozenInitiative (Country, SnapshotNo, InitiativeId)
);
create index FrozenNextStepByInitiative on FrozenNextStep (Country, SnapshotNo, InitiativeId);

create table FrozenMeasurement (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    MeasurementId  uniqueidentifier not null,
    IndicatorCode  nvarchar(30)   not null,
    DefinitionNo   int            not null,
    InitiativeId   uniqueidentifier null,
    CommonIndicatorCode nvarchar(20) null,
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
    Sex            nvarchar(12)   not null,
    AgeBand        nvarchar(12)   not null,
    PopulationGroup nvarchar(60)  not null,
    Place          nvarchar(200)  not null,
    State          nvarchar(12)   not null,
    Value          decimal(19,4)  null,
    Numerator      decimal(19,4)  null,
    Denominator    decimal(19,4)  null,
    DistinctValue  decimal(19,4)  null,
    PrintedPercent decimal(9,4)   null,
    Rung           nvarchar(200)  null,
    Reached        bit            null,
    Baseline       decimal(19,4)  null,
    BaselineMark   nvarchar(12)   null,
    Target         decimal(19,4)  null,
    TargetPeriod   nvarchar(100)  null,
    Note           nvarchar(1000) null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    NumeratorMark  nvarchar(12)   null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, SnapshotNo, MeasurementId),
    constraint FrozenMeasurementOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);
create index FrozenMeasurementByInitiative on FrozenMeasurement (Country, SnapshotNo, InitiativeId);

-- The steps of a national ladder, in order.
create table FrozenStep (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    MeasurementId  uniqueidentifier not null,
    Position       int            not null,
    Name           nvarchar(200)  not null,
    primary key (Country, SnapshotNo, MeasurementId, Position),
    constraint FrozenStepOfMeasurement foreign key (Country, SnapshotNo, MeasurementId)
        references FrozenMeasurement (Country, SnapshotNo, MeasurementId)
);

create table FrozenCommonAnswer (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    CommonIndicatorCode nvarchar(20) not null,
    PartNo         int            not null,
    Value          decimal(19,4)  null,
    Unit           nvarchar(100)  null,
    Numerator      decimal(19,4)  null,
    Denominator    decimal(19,4)  null,
    Rung           nvarchar(200)  null,
    Text           nvarchar(400)  null,
    State          nvarchar(12)   not null,
    Mark           nvarchar(12)   not null,
    primary key (Country, SnapshotNo, CommonIndicatorCode, PartNo),
    constraint FrozenAnswerOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);

create table FrozenStatement (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    StatementId    uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Text           nvarchar(2000) not null,
    HappenedText   nvarchar(20)   null,
    AxisCode       nvarchar(10)   not null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, SnapshotNo, StatementId),
    constraint FrozenStatementOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);

create table FrozenCommitment (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    CommitmentId   uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Statement      nvarchar(2000) not null,
    Area           nvarchar(30)   null,
    Instrument     nvarchar(400)  null,
    TargetOn       date           null,
    Status         nvarchar(20)   not null,
    StatusMark     nvarchar(12)   not null,
    Initiatives    nvarchar(400)  null,                   -- codes of those that deliver it, joined by "; "
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, SnapshotNo, CommitmentId),
    constraint FrozenCommitmentOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);

create table FrozenBudgetLine (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    BudgetLineId   uniqueidentifier not null,
    InitiativeId   uniqueidentifier null,
    FiscalYear     int            not null,
    Funder         nvarchar(300)  null,
    Currency       char(3)        not null,
    RequiredMinor  bigint         null,
    NationalMinor  bigint         null,
    PledgedMinor   bigint         null,
    CommittedMinor bigint         null,
    DisbursedMinor bigint         null,
    Mark           nvarchar(12)   not null,
    primary key (Country, SnapshotNo, BudgetLineId),
    constraint FrozenBudgetOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);
create index FrozenBudgetByInitiative on FrozenBudgetLine (Country, SnapshotNo, InitiativeId);

-- What differs for one field of a frozen row from the row's own mark.
create table FrozenValueMark (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Field          nvarchar(60)   not null,
    Mark           nvarchar(12)   not null,
    Note           nvarchar(400)  null,
    primary key (Country, SnapshotNo, Subject, SubjectId, Field),
    constraint FrozenMarkOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);

create table FrozenTimelineEvent (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    EventId        uniqueidentifier not null,
    HappenedText   nvarchar(20)   not null,
    HappenedOn     date           not null,
    Text           nvarchar(1000) not null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    primary key (Country, SnapshotNo, EventId),
    constraint FrozenEventOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);
