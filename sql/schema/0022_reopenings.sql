-- A country asks to correct what was accepted, and the secretariat grants or refuses; or the secretariat reopens by itself. Either the
-- whole report or one thing of it. What acceptance then freezes is a new snapshot beside the old one.
create table ReportReopening (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    CycleCode      nvarchar(10)   not null,
    Subject        nvarchar(40)   null,                    -- null: the whole report
    SubjectId      uniqueidentifier null,
    Label          nvarchar(200)  not null,
    State          nvarchar(12)   not null,
    Reason         nvarchar(1000) not null,
    AskedAt        datetime2(3)   not null,
    AskedBy        nvarchar(200)  not null,
    UntilOn        date           null,
    Answer         nvarchar(1000) null,
    AnsweredAt     datetime2(3)   null,
    AnsweredBy     nvarchar(200)  null,
    BackTo         nvarchar(12)   null,                    -- where the report stood when it was reopened
    SnapshotNo     int            null,                    -- what was frozen at the end of it
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint ReopeningOfReport foreign key (Country, CycleCode) references CountryReport (Country, CycleCode),
    constraint ReopeningSubject check ((Subject is null and SubjectId is null) or (Subject in ('Initiative', 'Measurement', 'BudgetLine') and SubjectId is not null)),
    constraint ReopeningState check (State in ('Asked', 'Granted', 'Refused', 'Withdrawn', 'Ended')),
    constraint GrantedUntil check (State <> 'Granted' or UntilOn is not null)
);
create index ReopeningByCycle on ReportReopening (Country, CycleCode, State);
