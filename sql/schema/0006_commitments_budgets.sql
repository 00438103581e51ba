create table Commitment (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    Code           nvarchar(30)   not null,
    Statement      nvarchar(2000) not null,
    Area           nvarchar(30)   null,
    Instrument     nvarchar(400)  null,
    TargetOn       date           null,
    Status         nvarchar(20)   not null,
    StatusMark     nvarchar(12)   not null,               -- the source seldom says how far a commitment is
    Position       int            not null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueCommitmentCode unique (Country, Code),
    constraint CommitmentOfCountry foreign key (Country) references CountryHead (Country),
    constraint CommitmentStatus check (Status in ('NotStarted', 'UnderWay', 'Fulfilled', 'NotFulfilled', 'Withdrawn', 'NotReported'))
);

create table CommitmentInitiative (
    Country        char(3)        not null,
    CommitmentId   uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    primary key (Country, CommitmentId, InitiativeId),
    constraint LinkOfCommitment foreign key (Country, CommitmentId) references Commitment (Country, Id),
    constraint LinkOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id)
);

-- Amounts are minor units (cents) of the line's currency; null is "not reported", never zero.
create table BudgetLine (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    InitiativeId   uniqueidentifier null,
    CommitmentId   uniqueidentifier null,
    FiscalYear     int            not null,
    Funder         nvarchar(300)  null,
    Currency       char(3)        not null,
    RequiredMinor  bigint         null,
    NationalMinor  bigint         null,
    PledgedMinor   bigint         null,
    CommittedMinor bigint         null,
    DisbursedMinor bigint         null,
    Note           nvarchar(1000) null,
    Mark           nvarchar(12)   not null,
    SourceLines    nvarchar(100)  null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint BudgetOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint BudgetOfCommitment foreign key (Country, CommitmentId) references Commitment (Country, Id),
    constraint BudgetOwner check ((InitiativeId is null and CommitmentId is not null) or (InitiativeId is not null and CommitmentId is null)),
    constraint BudgetNotNegative check (coalesce(RequiredMinor, 0) >= 0 and coalesce(NationalMinor, 0) >= 0 and coalesce(PledgedMinor, 0) >= 0
        and coalesce(CommittedMinor, 0) >= 0 and coalesce(DisbursedMinor, 0) >= 0),
    constraint BudgetMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
create index BudgetByInitiative on BudgetLine (Country, InitiativeId, FiscalYear);
