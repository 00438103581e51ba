create table Indicator (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    InitiativeId   uniqueidentifier null,
    CommonIndicatorCode nvarchar(20) null,
    CurrentDefinition int         not null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueIndicatorCode unique (Country, Code),
    constraint IndicatorOfCountry foreign key (Country) references CountryHead (Country),
    constraint IndicatorOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint IndicatorIsCommon foreign key (CommonIndicatorCode) references CommonIndicator (Code)
);

-- A definition is never changed once a value refers to it: a change is the next version.
create table IndicatorDefinition (
    Country        char(3)        not null,
    IndicatorId    uniqueidentifier not null,
    DefinitionNo   int            not null,
    Name           nvarchar(400)  not null,
    Kind           nvarchar(12)   not null,
    Unit           nvarchar(100)  null,
    Population     nvarchar(200)  null,                   -- whom or what is counted: the same unit of two populations is never added
    OverlapRule    nvarchar(30)   not null,
    Aggregation    nvarchar(400)  null,                   -- the rule in the words of the source file
    Funder         nvarchar(100)  null,
    AlsoReportedIn nvarchar(200)  null,
    Baseline       decimal(19,4)  null,
    Target         decimal(19,4)  null,
    TargetPeriod   nvarchar(100)  null,
    Note           nvarchar(1000) null,
    primary key (Country, IndicatorId, DefinitionNo),
    constraint DefinitionOfIndicator foreign key (Country, IndicatorId) references Indicator (Country, Id),
    constraint DefinitionKind check (Kind in ('Count', 'Ratio', 'Rate', 'Milestone', 'Ladder', 'Fixed')),
    constraint DefinitionOverlap check (OverlapRule in ('Disjoint', 'SumOfParts', 'WithinFunderAndPeriod', 'Unknown', 'NotAdded',
        'CountriesPerStep', 'Countries', 'Distinct', 'Derived'))
);

create table IndicatorStep (
    Country        char(3)        not null,
    IndicatorId    uniqueidentifier not null,
    DefinitionNo   int            not null,
    Position       int            not null,
    Name           nvarchar(200)  not null,
    primary key (Country, IndicatorId, DefinitionNo, Position),
    constraint StepOfDefinition foreign key (Country, IndicatorId, DefinitionNo)
        references IndicatorDefinition (Country, IndicatorId, DefinitionNo)
);

-- One reported value. "Not collected" is a state, never the number zero.
create table Measurement (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    IndicatorId    uniqueidentifier not null,
    DefinitionNo   int            not null,
    PeriodText     nvarchar(60)   null,                   -- as printed: 2019; after pilot, to 2021
    PeriodStart    date           null,
    PeriodEnd      date           null,
    Sex            nvarchar(12)   not null default 'All',
    AgeBand        nvarchar(12)   not null default 'All',
    PopulationGroup nvarchar(60)  not null default 'All',
    Place          nvarchar(200)  not null default 'All',
    State          nvarchar(12)   not null,
    Value          decimal(19,4)  null,
    Numerator      decimal(19,4)  null,
    Denominator    decimal(19,4)  null,
    DistinctValue  decimal(19,4)  null,                   -- the count once facts printed twice are taken once
    PrintedPercent decimal(9,4)   null,
    Rung           nvarchar(200)  null,
    Reached        bit            null,                   -- a milestone
    Note           nvarchar(1000) null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint MeasurementOfDefinition foreign key (Country, IndicatorId, DefinitionNo)
        references IndicatorDefinition (Country, IndicatorId, DefinitionNo),
    constraint MeasurementState check (State in ('Reported', 'NotCollected', 'NotApplicable')),
    constraint MeasurementSex check (Sex in ('All', 'Female', 'Male', 'Other', 'Unknown')),
    constraint MeasurementAge check (AgeBand in ('All', '0-4', '5-11', '12-17', '18-59', '60+', 'Unknown')),
    constraint MeasurementParts check (Denominator is null or Denominator >= 0),
    constraint MeasurementMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
create index MeasurementByIndicator on Measurement (Country, IndicatorId, DefinitionNo, PeriodStart);

-- A country's answer to a common indicator, in the form in which the countries are compared.
create table CommonIndicatorAnswer (
    Country        char(3)        not null,
    CommonIndicatorCode nvarchar(20) not null,
    PartNo         int            not null,               -- one answer may hold figures in different units
    Value          decimal(19,4)  null,
    Unit           nvarchar(100)  null,
    Numerator      decimal(19,4)  null,
    Denominator    decimal(19,4)  null,
    Rung           nvarchar(200)  null,
    Text           nvarchar(400)  null,                   -- as the source file words it
    State          nvarchar(12)   not null,
    Mark           nvarchar(12)   not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, CommonIndicatorCode, PartNo),
    constraint AnswerOfCountry foreign key (Country) references CountryHead (Country),
    constraint AnswerOfCommonIndicator foreign key (CommonIndicatorCode) references CommonIndicator (Code),
    constraint AnswerState check (State in ('Reported', 'NotCollected', 'NotApplicable'))
);

create table ChecklistAnswer (
    Country        char(3)        not null,
    ChecklistCode  nvarchar(10)   not null,
    ItemNo         int            not null,
    Id             uniqueidentifier not null,
    Answer         nvarchar(20)   not null,
    Note           nvarchar(1000) null,
    AnsweredOn     date           null,
    Mark           nvarchar(12)   not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, ChecklistCode, ItemNo),
    constraint UniqueChecklistAnswer unique (Country, Id),
    constraint ChecklistAnswerOfCountry foreign key (Country) references CountryHead (Country),
    constraint AnswerOfItem foreign key (ChecklistCode, ItemNo) references ChecklistItem (ChecklistCode, ItemNo),
    constraint ChecklistAnswerKind check (Answer in ('Yes', 'Partly', 'No', 'NotApplicable'))
);

-- A file or a link that shows that a value, a step, a rung, an answer or a commitment is so.
create table Evidence (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Title          nvarchar(400)  not null,
    Address        nvarchar(2000) null,                   -- a link
    FileHash       char(64)       null,                   -- or a stored file
    FileName       nvarchar(260)  null,
    MediaType      nvarchar(100)  null,
    FileBytes      bigint         null,
    IsPublic       bit            not null default 0,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint EvidenceOfCountry foreign key (Country) references CountryHead (Country),
    constraint EvidenceKind check ((Address is not null and FileHash is null) or (Address is null and FileHash is not null))
);
create index EvidenceBySubject on Evidence (Country, Subject, SubjectId);
