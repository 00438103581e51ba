-- History and the audit chain of a country. Only the edit door writes these.

-- One row a country; its update takes the lock that puts a country's saves in one order.
create table CountryHead (
    Country        char(3)        not null primary key,
    LastLink       int            not null default 0,
    LastHash       char(64)       not null,
    constraint HeadOfCountry foreign key (Country) references Country (Code)
);

-- One link an operation (one save). The hash covers the link, its field changes and the hash before it.
create table AuditLink (
    Country        char(3)        not null,
    LinkNo         int            not null,
    HappenedAt     datetime2(3)   not null,
    PersonId       uniqueidentifier null,                  -- null for a job
    PersonName     nvarchar(200)  not null,
    Action         nvarchar(20)   not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Label          nvarchar(200)  not null,                -- what the person would call it: HN-MAHE, HN-MAHE-N2
    OperationId    uniqueidentifier not null,
    Reason         nvarchar(1000) null,
    PreviousHash   char(64)       not null,
    Hash           char(64)       not null,
    primary key (Country, LinkNo),
    constraint UniqueOperation unique (Country, OperationId),
    constraint LinkOfHead foreign key (Country) references CountryHead (Country),
    constraint LinkAction check (Action in ('Added', 'Edited', 'Retired', 'Restored', 'Loaded', 'Sent', 'Approved', 'Returned',
        'Recalled', 'Accepted', 'Published', 'Restated'))
);
create index LinkBySubject on AuditLink (Country, Subject, SubjectId, LinkNo);

create table FieldChange (
    Country        char(3)        not null,
    LinkNo         int            not null,
    ChangeNo       int            not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Field          nvarchar(60)   not null,
    OldValue       LongText       null,
    NewValue       LongText       null,
    OldMark        nvarchar(12)   null,                    -- the mark and source that the old value had
    OldSource      nvarchar(100)  null,
    primary key (Country, LinkNo, ChangeNo),
    constraint ChangeOfLink foreign key (Country, LinkNo) references AuditLink (Country, LinkNo)
);
create index ChangeBySubject on FieldChange (Country, Subject, SubjectId, LinkNo);

-- What differs for one field of a row from the row's own mark.
create table ValueMark (
    Country        char(3)        not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Field          nvarchar(60)   not null,
    Mark           nvarchar(12)   not null,
    Note           nvarchar(400)  null,
    primary key (Country, Subject, SubjectId, Field),
    constraint MarkOfCountry foreign key (Country) references CountryHead (Country),
    constraint ValueMarkKind check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
