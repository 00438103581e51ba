-- Institutions and initiatives of a country, with every fact-sheet section of the report in its order.

create table Institution (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    Name           nvarchar(300)  not null,
    Acronym        nvarchar(30)   null,
    RegionalCode   nvarchar(20)   null,                   -- the same body among the regional ones
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueInstitution unique (Country, Name),
    constraint InstitutionOfCountry foreign key (Country) references CountryHead (Country),
    constraint InstitutionIsRegional foreign key (RegionalCode) references RegionalInstitution (Code)
);

-- Printed spellings are kept: one body may appear under several.
create table InstitutionAlias (
    Country        char(3)        not null,
    InstitutionId  uniqueidentifier not null,
    Alias          nvarchar(300)  not null,
    SourceLines    nvarchar(100)  null,
    primary key (Country, InstitutionId, Alias),
    constraint AliasOfInstitution foreign key (Country, InstitutionId) references Institution (Country, Id)
);

create table Initiative (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    Code           nvarchar(20)   not null,               -- as printed
    Title          nvarchar(400)  not null,
    Summary        nvarchar(4000) not null,
    ContentLanguage nvarchar(10)  not null,
    AxisCode       nvarchar(10)   not null,
    Stage          nvarchar(20)   not null,
    StageNote      nvarchar(400)  null,
    Outlook        nvarchar(20)   not null,
    StartsOn       date           null,
    EndsOn         date           null,
    Length         nvarchar(200)  null,                   -- as printed: 3 months of assistance per case
    Coverage       nvarchar(1000) null,
    TargetPopulation nvarchar(1000) null,
    PhasesDeclared int            null,                   -- the source may announce more phases than it lists
    ProgressPercent int           null,                   -- as the country assesses it; the 2021 report has none
    SearchText     nvarchar(4000) not null,               -- folded code, title and summary
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    ArchivedAt     datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueInitiativeCode unique (Country, Code),
    constraint InitiativeOfCountry foreign key (Country) references CountryHead (Country),
    constraint InitiativeOfAxis foreign key (AxisCode) references ThematicAxis (Code),
    constraint InitiativeStage check (Stage in ('Idea', 'Preparation', 'Pilot', 'Implementation', 'Completed', 'Suspended', 'Discontinued')),
    constraint InitiativeOutlook check (Outlook in ('OnTrack', 'Delayed', 'Blocked', 'NotAssessed')),
    constraint InitiativeProgress check (ProgressPercent between 0 and 100),
    constraint InitiativeMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);

create table InitiativeTopic (
    Country        char(3)        not null,
    InitiativeId   uniqueidentifier not null,
    TopicCode      nvarchar(10)   not null,
    Mark           nvarchar(12)   not null,
    primary key (Country, InitiativeId, TopicCode),
    constraint TopicOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint TopicKnown foreign key (TopicCode) references Topic (Code)
);

-- Who is in charge, who are the strategic partners, who else acts; each with the role the source gives it.
create table InitiativeInstitution (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Part           nvarchar(12)   not null,
    Position       int            not null,
    PrintedName    nvarchar(400)  not null,
    InstitutionId  uniqueidentifier null,
    Role           nvarchar(400)  null,
    Mark           nvarchar(12)   not null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint InstitutionPartOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint PartIsInstitution foreign key (Country, InstitutionId) references Institution (Country, Id),
    constraint InstitutionPart check (Part in ('InCharge', 'Partner', 'OtherActor'))
);
create index InstitutionByInitiative on InitiativeInstitution (Country, InitiativeId, Part, Position);

-- The list sections of a fact sheet that are text in an order.
create table InitiativeItem (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Section        nvarchar(20)   not null,
    Position       int            not null,
    Text           nvarchar(4000) not null,
    Responsible    nvarchar(300)  null,
    ItemYear       int            null,
    Detail         nvarchar(400)  null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint ItemOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint ItemSection check (Section in ('TargetCause', 'TargetGroup', 'TargetCriterion', 'Objective', 'Phase', 'Component',
        'JourneyStep', 'RelatedProduct', 'EnablingElement', 'Challenge', 'ImprovementNeed', 'BudgetFact')),
    constraint ItemMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
create index ItemByInitiative on InitiativeItem (Country, InitiativeId, Section, Position);

create table NextStep (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Text           nvarchar(4000) not null,
    Responsible    nvarchar(300)  null,
    InstitutionId  uniqueidentifier null,
    DueOn          date           null,
    DueMark        nvarchar(12)   null,
    Status         nvarchar(12)   not null,
    TargetNumber   int            null,
    Note           nvarchar(1000) null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueNextStepCode unique (Country, Code),
    constraint NextStepOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint NextStepInstitution foreign key (Country, InstitutionId) references Institution (Country, Id),
    constraint NextStepStatus check (Status in ('Planned', 'UnderWay', 'Done', 'Dropped')),
    constraint NextStepMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
create index NextStepByInitiative on NextStep (Country, InitiativeId, Position);
create index NextStepByDue on NextStep (Country, DueOn, Status);

create table Result (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Text           nvarchar(4000) not null,
    ReportedOn     date           null,
    ReportedBy     nvarchar(300)  null,                   -- the institution as the source names it
    Attribution    nvarchar(12)   not null,               -- how the source ties the result to that institution
    InstitutionId  uniqueidentifier null,
    Theme          nvarchar(30)   null,
    DuplicateOfResultId   uniqueidentifier null,          -- the same fact printed elsewhere: counts once
    DuplicateOfNextStepId uniqueidentifier null,
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueResultCode unique (Country, Code),
    constraint ResultOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint ResultInstitution foreign key (Country, InstitutionId) references Institution (Country, Id),
    constraint ResultDuplicatesResult foreign key (Country, DuplicateOfResultId) references Result (Country, Id),
    constraint ResultDuplicatesNextStep foreign key (Country, DuplicateOfNextStepId) references NextStep (Country, Id),
    constraint ResultAttribution check (Attribution in ('Bracketed', 'InText', 'Implied', 'None', 'Reported')),
    constraint ResultTheme check (Theme in ('Information', 'Normative', 'SpecialMeasures', 'Risk', 'Participation', 'Diagnosis', 'Training')),
    constraint ResultMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
create index ResultByInitiative on Result (Country, InitiativeId, Position);
