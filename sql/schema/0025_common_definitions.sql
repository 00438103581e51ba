-- Common indicators are defined by the secretariat in versions, and answered by countries under the version that they read.

alter table CommonIndicator add RetiredAt datetime2(3) null;
alter table CommonIndicator add RetiredReason nvarchar(1000) null;

-- Every version as it was written; CommonIndicator and CommonIndicatorStep hold what is the same in all of them and the current one.
create table CommonIndicatorDefinition (
    CommonIndicatorCode nvarchar(20) not null,
    VersionNo      int            not null,
    Name           nvarchar(400)  not null,
    NameEs         nvarchar(400)  not null,
    Kind           nvarchar(12)   not null,
    Unit           nvarchar(100)  null,                   -- null: each answer says its own
    Population     nvarchar(200)  null,                   -- null: left to the countries
    OverlapRule    nvarchar(30)   not null,
    Note           nvarchar(1000) null,
    NoteEs         nvarchar(1000) null,
    KeepsAnswers   bit            not null,               -- answers to the version before may still be added to those of this one
    Reason         nvarchar(1000) null,                   -- why the version was made; null for the first
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (CommonIndicatorCode, VersionNo),
    constraint DefinitionOfCommonIndicator foreign key (CommonIndicatorCode) references CommonIndicator (Code),
    constraint CommonDefinitionKind check (Kind in ('Count', 'Ratio', 'Rate', 'Milestone', 'Ladder', 'Fixed')),
    constraint CommonDefinitionOverlap check (OverlapRule in ('Disjoint', 'SumOfParts', 'WithinFunderAndPeriod', 'Unknown', 'NotAdded',
        'CountriesPerStep', 'Countries', 'Distinct', 'Derived'))
);

create table CommonDefinitionStep (
    CommonIndicatorCode nvarchar(20) not null,
    VersionNo      int            not null,
    Position       int            not null,
    Name           nvarchar(200)  not null,
    primary key (CommonIndicatorCode, VersionNo, Position),
    constraint StepOfCommonDefinition foreign key (CommonIndicatorCode, VersionNo)
        references CommonIndicatorDefinition (CommonIndicatorCode, VersionNo)
);

insert into CommonIndicatorDefinition (CommonIndicatorCode, VersionNo, Name, NameEs, Kind, Unit, OverlapRule, Note, KeepsAnswers, ChangedAt, ChangedBy)
select Code, DefinitionVersion, Name,
       case Name when 'Legal framework step' then 'Paso del marco legal'
                 when 'Characterisation studies published' then 'Estudios de caracterización publicados'
                 when 'People or cases reached by assistance or relocation' then 'Personas o casos atendidos con asistencia o reubicación'
                 when 'Families with livelihoods or venture support' then 'Familias con apoyo a medios de vida o emprendimientos'
                 when 'Service points for displaced people' then 'Puntos de atención para personas desplazadas'
                 when 'Initiatives with a results statement' then 'Iniciativas que declaran resultados'
                 when 'Initiatives naming a budget amount' then 'Iniciativas que indican un monto presupuestario'
                 else Name end,
       Kind, Unit,
       case Kind when 'Count' then 'Disjoint' when 'Ratio' then 'SumOfParts' when 'Ladder' then 'CountriesPerStep' when 'Milestone' then 'Countries' else 'NotAdded' end,
       Note, 1, ChangedAt, ChangedBy
  from CommonIndicator;

insert into CommonDefinitionStep (CommonIndicatorCode, VersionNo, Position, Name)
select s.CommonIndicatorCode, c.DefinitionVersion, s.Position, s.Name
  from CommonIndicatorStep s
  join CommonIndicator c on c.Code = s.CommonIndicatorCode;

-- A country's answer becomes a row that is edited like any other: with an id for its history (0026 gives one to the rows that are there).
-- No version means the first: answers that were frozen before there were versions keep their text and its hash.
alter table CommonIndicatorAnswer add Id uniqueidentifier null;
alter table CommonIndicatorAnswer add DefinitionVersion int null;
alter table CommonIndicatorAnswer add Reached bit null;
alter table CommonIndicatorAnswer add PeriodText nvarchar(60) null;
alter table CommonIndicatorAnswer add PeriodStart date null;
alter table CommonIndicatorAnswer add PeriodEnd date null;

alter table FrozenCommonAnswer add DefinitionVersion int null;
alter table FrozenCommonAnswer add Reached bit null;
alter table FrozenCommonAnswer add PeriodText nvarchar(60) null;
alter table FrozenCommonAnswer add PeriodStart date null;
alter table FrozenCommonAnswer add PeriodEnd date null;

-- Which common indicator a national figure feeds: kept with its total, so that the region finds these, and those that feed none, at once.
alter table FrozenTotal add CommonIndicatorCode nvarchar(20) null;
