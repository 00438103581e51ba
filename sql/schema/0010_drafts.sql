-- What a person has typed and not saved yet, field by field. Only the drafts' door writes it (and a save takes its own away); it is no
-- part of history. The operation is that of the edit: two windows of one person never write over each other.
create table FieldDraft (
    Country        char(3)        not null,
    PersonId       uniqueidentifier not null,
    OperationId    uniqueidentifier not null,
    Field          nvarchar(60)   not null,
    Form           nvarchar(100)  not null,               -- the form on its page
    Place          nvarchar(400)  not null,               -- the page, as its address goes on behind the country
    Label          nvarchar(200)  not null,               -- what the form was called on screen
    SubjectId      uniqueidentifier not null,             -- the row; made up already where it is a new one
    SeenVersion    int            not null,               -- of the row when the edit began; 0 for a new one
    BeforeText     LongText       null,                   -- what the field held then
    Typed          LongText       not null,
    TypedAt        datetime2(3)   not null,
    primary key (Country, PersonId, OperationId, Field),
    constraint DraftOfCountry foreign key (Country) references CountryHead (Country)
);
