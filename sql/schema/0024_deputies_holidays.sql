-- Who stands in for whom, on whose behalf something was done, a country's own non-working days, and after how many working days something
-- has waited too long.

create table PersonDeputy (
    Id             uniqueidentifier not null primary key,
    GrantId        uniqueidentifier not null,              -- the role in which somebody is represented
    DeputyId       uniqueidentifier not null,
    FromOn         date           not null,
    UntilOn        date           not null,
    NamedAt        datetime2(3)   not null,
    NamedBy        nvarchar(200)  not null,
    EndedAt        datetime2(3)   null,
    EndedBy        nvarchar(200)  null,
    constraint DeputyOfGrant foreign key (GrantId) references PersonGrant (Id),
    constraint DeputyPerson foreign key (DeputyId) references Person (Id),
    constraint DeputyDays check (UntilOn >= FromOn)
);
create index DeputyByPerson on PersonDeputy (DeputyId, EndedAt);
create index DeputyByGrant on PersonDeputy (GrantId);

-- Of whoever did it as a deputy: whom they stood in for. The hash of the link covers both.
alter table AuditLink add ForPersonId uniqueidentifier null;
alter table AuditLink add ForPersonName nvarchar(200) null;

create table Holiday (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    HeldOn         date           not null,
    Name           nvarchar(120)  not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint UniqueHoliday unique (Country, HeldOn),
    constraint HolidayOfCountry foreign key (Country) references CountryHead (Country)
);

-- Without a row the program's own number holds.
create table WaitingThreshold (
    Code           nvarchar(20)   not null primary key,
    WorkingDays    int            not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    constraint ThresholdCode check (Code in ('Approval', 'Acceptance', 'Request')),
    constraint ThresholdDays check (WorkingDays between 1 and 60)
);
