-- Regional tables: the secretariat's catalogues and what the region itself says. They belong to no country (see sql/README.md).

create table CountryRole (
    CountryCode    char(3)        not null,
    RoleYear       int            not null,
    Role           nvarchar(20)   not null,
    Note           nvarchar(200)  null,                   -- as the source words the role
    primary key (CountryCode, RoleYear, Role),
    constraint CountryRoleKind check (Role in ('Member', 'Observer', 'Lead', 'Presidency', 'Expert'))
);

create table ThematicAxis (
    Code           nvarchar(10)   not null primary key,
    NameEn         nvarchar(200)  not null,
    NameEs         nvarchar(200)  not null,
    Position       int            not null,
    ReportPage     int            null
);

create table Topic (
    Code           nvarchar(10)   not null primary key,
    NameEn         nvarchar(200)  not null,
    NameEs         nvarchar(200)  not null,
    Position       int            not null
);

create table ReportingCycle (
    Code           nvarchar(10)   not null primary key,   -- 2021-S2, 2022
    StartsOn       date           not null,
    EndsOn         date           not null,
    OpensOn        date           null,
    DueOn          date           null,
    ClosesOn       date           null,
    State          nvarchar(12)   not null,
    Mark           nvarchar(12)   not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    constraint CycleState check (State in ('Planned', 'Open', 'Closed')),
    constraint CycleOrder check (EndsOn >= StartsOn)
);

create table RegionalInstitution (
    Code           nvarchar(20)   not null primary key,   -- UNHCR, OAS, ICRC
    NameEn         nvarchar(200)  not null,
    NameEs         nvarchar(200)  not null
);

create table CommonIndicator (
    Code           nvarchar(20)   not null primary key,
    DefinitionVersion int         not null,
    Name           nvarchar(400)  not null,
    Kind           nvarchar(12)   not null,
    Unit           nvarchar(100)  null,
    Note           nvarchar(1000) null,
    RegionNumerator decimal(19,4) null,                   -- what the source file says of the region as a whole
    RegionDenominator decimal(19,4) null,
    RegionPercent  decimal(9,4)   null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    constraint CommonIndicatorKind check (Kind in ('Count', 'Ratio', 'Rate', 'Milestone', 'Ladder', 'Fixed'))
);

create table CommonIndicatorStep (
    CommonIndicatorCode nvarchar(20) not null,
    Position       int            not null,
    Name           nvarchar(200)  not null,
    primary key (CommonIndicatorCode, Position),
    constraint StepOfCommonIndicator foreign key (CommonIndicatorCode) references CommonIndicator (Code)
);

-- Indicators about the group itself (initiatives documented, countries in the group).
create table RegionalIndicator (
    Code           nvarchar(20)   not null primary key,
    Name           nvarchar(400)  not null,
    Kind           nvarchar(12)   not null,
    Value          decimal(19,4)  null,
    Aggregation    nvarchar(200)  null,
    Note           nvarchar(1000) null,
    Mark           nvarchar(12)   not null
);

create table Checklist (
    Code           nvarchar(10)   not null primary key,
    Name           nvarchar(400)  not null,
    AxisCode       nvarchar(10)   not null,
    ReferencePractice char(3)     null,
    SourceLines    nvarchar(100)  null,
    Position       int            not null,
    constraint ChecklistOfAxis foreign key (AxisCode) references ThematicAxis (Code)
);

create table ChecklistItem (
    ChecklistCode  nvarchar(10)   not null,
    ItemNo         int            not null,
    Text           nvarchar(1000) not null,
    Mark           nvarchar(12)   not null,
    Note           nvarchar(400)  null,
    primary key (ChecklistCode, ItemNo),
    constraint ItemOfChecklist foreign key (ChecklistCode) references Checklist (Code)
);

create table ChecklistFeature (
    ChecklistCode  nvarchar(10)   not null,
    FeatureNo      int            not null,
    Text           nvarchar(400)  not null,
    primary key (ChecklistCode, FeatureNo),
    constraint FeatureOfChecklist foreign key (ChecklistCode) references Checklist (Code)
);

create table RegionalEvent (
    Id             uniqueidentifier not null primary key,
    HappenedText   nvarchar(20)   not null,               -- as printed: 2018, 2006-2016, 2021-08-12
    HappenedOn     date           not null,               -- its first day, for order
    AboutCountry   char(3)        null,                   -- a country that is no tenant (COL) or null for the region
    Text           nvarchar(1000) not null,
    Position       int            not null
);

-- What the source report gets wrong or leaves open; shown as data, never repaired.
create table SourceAnomaly (
    Code           nvarchar(10)   not null primary key,
    Text           nvarchar(1000) not null,
    SourceLines    nvarchar(100)  null,
    Position       int            not null
);

-- What the report says about the framework: name, secretariat, working group, members, guiding references.
create table FrameworkText (
    Name           nvarchar(60)   not null,
    Position       int            not null,
    Text           nvarchar(1000) not null,
    SourceLines    nvarchar(100)  null,
    primary key (Name, Position)
);

create table ExchangeRate (
    Currency       char(3)        not null,               -- ISO 4217; the rate gives US dollars for one unit
    RateOn         date           not null,
    UsDollars      decimal(19,8)  not null,
    Source         nvarchar(400)  not null,
    Mark           nvarchar(12)   not null,
    primary key (Currency, RateOn)
);
