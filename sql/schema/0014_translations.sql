-- A narrative of a country in the other language. The original stays where it is; beside the translation stands the original as it was
-- then, so that what is out of date is known without anybody's care. No text: taken back.
create table Translation (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,               -- from the text and the language: two people who begin mean one row
    InitiativeId   uniqueidentifier not null,               -- whose right it is
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Field          nvarchar(60)   not null,
    Language       nvarchar(10)   not null,
    Text           nvarchar(4000) null,
    HowMade        nvarchar(12)   not null,
    SourceText     nvarchar(4000) not null,                 -- the original that it says
    Mark           nvarchar(12)   not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint TranslationOnce unique (Country, SubjectId, Field, Language),
    constraint TranslationOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint TranslationHowMade check (HowMade in ('Person', 'Machine')),
    constraint TranslationMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
create index TranslationByInitiative on Translation (Country, InitiativeId);

-- As it was accepted: only translations that said what the accepted original says.
create table FrozenTranslation (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    TranslationId  uniqueidentifier not null,
    InitiativeId   uniqueidentifier not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Field          nvarchar(60)   not null,
    Language       nvarchar(10)   not null,
    Text           nvarchar(4000) not null,
    HowMade        nvarchar(12)   not null,
    Mark           nvarchar(12)   not null,
    primary key (Country, SnapshotNo, TranslationId),
    constraint FrozenTranslationOfInitiative foreign key (Country, SnapshotNo, InitiativeId)
        references FrozenInitiative (Country, SnapshotNo, InitiativeId)
);
create index FrozenTranslationByInitiative on FrozenTranslation (Country, SnapshotNo, InitiativeId);
