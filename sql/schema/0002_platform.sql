-- Countries, people and what they may do. Platform tables: no country owns them, only the platform door writes them.

create table Country (
    Code           char(3)        not null primary key,   -- ISO 3166-1 alpha-3, upper case
    NameEn         nvarchar(100)  not null,
    NameEs         nvarchar(100)  not null,
    Suspended      bit            not null default 0,      -- its people read, nobody writes, snapshots stay
    SharesDrafts   bit            not null default 1,      -- may the region see status facts before national approval?
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null
);

create table Person (
    Id             uniqueidentifier not null primary key,
    Email          nvarchar(200)  not null,
    EmailKey       nvarchar(200)  not null,                -- normalised, unique
    DisplayName    nvarchar(200)  not null,
    PasswordHash   nvarchar(400)  null,                    -- null until an invitation is accepted
    SecurityStamp  nvarchar(64)   not null,
    Language       nvarchar(10)   null,
    Disabled       bit            not null default 0,
    Illustrative   bit            not null default 0,      -- an invented person of the demo
    FailedSignIns  int            not null default 0,
    LockedUntil    datetime2(3)   null,
    CreatedAt      datetime2(3)   not null,
    Version        int            not null default 1,
    constraint UniquePersonEmail unique (EmailKey)
);

create table PersonGrant (
    Id             uniqueidentifier not null primary key,
    PersonId       uniqueidentifier not null,
    Role           nvarchar(30)   not null,
    CountryCode    char(3)        null,
    GrantedAt      datetime2(3)   not null,
    GrantedBy      nvarchar(200)  not null,
    EndedAt        datetime2(3)   null,
    EndedBy        nvarchar(200)  null,
    constraint GrantOfPerson foreign key (PersonId) references Person (Id),
    constraint GrantInCountry foreign key (CountryCode) references Country (Code),
    constraint GrantRole check (Role in ('Contributor', 'FocalPoint', 'NationalApprover', 'CountryAdministrator', 'Observer',
        'SecretariatAnalyst', 'SecretariatLead', 'Donor', 'Administrator')),
    constraint GrantScope check (
        (CountryCode is not null and Role in ('Contributor', 'FocalPoint', 'NationalApprover', 'CountryAdministrator', 'Observer'))
        or (CountryCode is null and Role in ('SecretariatAnalyst', 'SecretariatLead', 'Donor', 'Administrator')))
);
create index GrantByPerson on PersonGrant (PersonId, EndedAt);
create index GrantByCountry on PersonGrant (CountryCode, EndedAt);

-- A contributor edits only the initiatives named here.
create table GrantInitiative (
    GrantId        uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    primary key (GrantId, InitiativeId),
    constraint InitiativeOfGrant foreign key (GrantId) references PersonGrant (Id)
);

create table PersonSession (
    Id             uniqueidentifier not null primary key,
    PersonId       uniqueidentifier not null,
    StartedAt      datetime2(3)   not null,
    ExpiresAt      datetime2(3)   not null,
    EndedAt        datetime2(3)   null,
    Device         nvarchar(200)  null,
    constraint SessionOfPerson foreign key (PersonId) references Person (Id)
);
create index SessionByPerson on PersonSession (PersonId, EndedAt);

-- Single-use links: the first set-up, an invitation, a new password. Only a hash of the token is kept.
create table SingleUseLink (
    Id             uniqueidentifier not null primary key,
    TokenHash      char(64)       not null,
    Purpose        nvarchar(20)   not null,
    PersonId       uniqueidentifier null,
    CreatedAt      datetime2(3)   not null,
    CreatedBy      nvarchar(200)  not null,
    ExpiresAt      datetime2(3)   not null,
    UsedAt         datetime2(3)   null,
    constraint UniqueLinkToken unique (TokenHash),
    constraint LinkOfPerson foreign key (PersonId) references Person (Id),
    constraint LinkPurpose check (Purpose in ('SetUp', 'Invitation', 'NewPassword'))
);

-- What was done to people, grants and countries; shown to the country concerned.
create table PlatformEvent (
    Id             uniqueidentifier not null primary key,
    HappenedAt     datetime2(3)   not null,
    PersonId       uniqueidentifier null,
    PersonName     nvarchar(200)  not null,
    Action         nvarchar(60)   not null,
    CountryCode    char(3)        null,
    SubjectPersonId uniqueidentifier null,
    SubjectName    nvarchar(200)  null,
    Detail         nvarchar(400)  null
);
create index PlatformEventByCountry on PlatformEvent (CountryCode, HappenedAt);
