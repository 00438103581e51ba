-- Comparisons that people of the secretariat keep under a name, and what was done with a cycle's dates.

create table SavedComparison (
    Id             uniqueidentifier not null primary key,
    OwnerId        uniqueidentifier not null,
    OwnerName      nvarchar(200)  not null,
    Name           nvarchar(120)  not null,
    Address        nvarchar(1000) not null,               -- the choice as the page's address has it
    IsShared       bit            not null default 0,     -- within the secretariat
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    constraint ComparisonOfPerson foreign key (OwnerId) references Person (Id)
);
create index SavedComparisonByOwner on SavedComparison (OwnerId, Name);

-- One line a field that changed; opening is a line of the state.
create table CycleChange (
    Id             uniqueidentifier not null primary key,
    CycleCode      nvarchar(10)   not null,
    HappenedAt     datetime2(3)   not null,
    PersonName     nvarchar(200)  not null,
    Field          nvarchar(20)   not null,
    OldValue       nvarchar(20)   null,
    NewValue       nvarchar(20)   null,
    constraint ChangeOfCycle foreign key (CycleCode) references ReportingCycle (Code),
    constraint CycleField check (Field in ('State', 'DueOn', 'ClosesOn'))
);
create index CycleChangeByCycle on CycleChange (CycleCode, HappenedAt);
