-- What people of a country say to each other about a thing of theirs. It never leaves the country and is in no report.
create table Comment (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    InitiativeId   uniqueidentifier null,                  -- whose right it is, where the thing hangs on one
    Place          nvarchar(400)  not null,                -- the page and the part of it, as its address goes on behind the country
    Label          nvarchar(200)  not null,                -- what a person calls the thing: HN-MAHE-R1
    Text           nvarchar(4000) not null,
    PersonId       uniqueidentifier not null,
    PersonName     nvarchar(200)  not null,
    WrittenAt      datetime2(3)   not null,
    ResolvedAt     datetime2(3)   null,
    ResolvedBy     nvarchar(200)  null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint CommentOfCountry foreign key (Country) references CountryHead (Country),
    constraint CommentOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id)
);
create index CommentBySubject on Comment (Country, Subject, SubjectId, WrittenAt);
create index CommentByInitiative on Comment (Country, InitiativeId, WrittenAt);

create table CommentMention (
    Country        char(3)        not null,
    CommentId      uniqueidentifier not null,
    PersonId       uniqueidentifier not null,
    primary key (Country, CommentId, PersonId),
    constraint MentionOfComment foreign key (Country, CommentId) references Comment (Country, Id)
);
create index MentionByPerson on CommentMention (Country, PersonId);
