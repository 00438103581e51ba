-- The person or office of the country that a next step is in the hands of. Stays in the country: no frozen twin.
alter table NextStep add ResponsiblePerson nvarchar(200) null;

-- A fact of a fact sheet tied to an indicator, a commitment or a next step of the same country. One row a pair; taken off, it stays for history.
create table FactLink (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,              -- made from both ends
    InitiativeId   uniqueidentifier not null,              -- of the fact: who may edit it ties it
    ResultId       uniqueidentifier null,                  -- the fact: one of these three
    ItemId         uniqueidentifier null,
    StepId         uniqueidentifier null,
    ToIndicatorId  uniqueidentifier null,                  -- what it is tied to: one of these three
    ToCommitmentId uniqueidentifier null,
    ToStepId       uniqueidentifier null,
    RetiredAt      datetime2(3)   null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint FactLinkOfInitiative foreign key (Country, InitiativeId) references Initiative (Country, Id),
    constraint FactLinkOfResult foreign key (Country, ResultId) references Result (Country, Id),
    constraint FactLinkOfItem foreign key (Country, ItemId) references InitiativeItem (Country, Id),
    constraint FactLinkOfStep foreign key (Country, StepId) references NextStep (Country, Id),
    constraint FactLinkToIndicator foreign key (Country, ToIndicatorId) references Indicator (Country, Id),
    constraint FactLinkToCommitment foreign key (Country, ToCommitmentId) references Commitment (Country, Id),
    constraint FactLinkToStep foreign key (Country, ToStepId) references NextStep (Country, Id),
    constraint FactLinkHasOneFact check ((case when ResultId is null then 0 else 1 end) + (case when ItemId is null then 0 else 1 end)
        + (case when StepId is null then 0 else 1 end) = 1),
    constraint FactLinkHasOneEnd check ((case when ToIndicatorId is null then 0 else 1 end) + (case when ToCommitmentId is null then 0 else 1 end)
        + (case when ToStepId is null then 0 else 1 end) = 1)
);
create index FactLinkByInitiative on FactLink (Country, InitiativeId);
create index FactLinkByIndicator on FactLink (Country, ToIndicatorId);
create index FactLinkByCommitment on FactLink (Country, ToCommitmentId);
create index FactLinkByStep on FactLink (Country, ToStepId);
