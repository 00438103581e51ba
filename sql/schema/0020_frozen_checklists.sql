-- The answers to the regional checklists, as they were accepted: from here on a report freezes them too.
create table FrozenChecklistAnswer (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    AnswerId       uniqueidentifier not null,
    ChecklistCode  nvarchar(10)   not null,
    ItemNo         int            not null,
    Answer         nvarchar(20)   not null,
    Note           nvarchar(1000) null,
    AnsweredOn     date           null,
    Mark           nvarchar(12)   not null,
    primary key (Country, SnapshotNo, AnswerId),
    constraint FrozenChecklistOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);
