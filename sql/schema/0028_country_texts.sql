-- The texts that belong to a country as a whole have a language of their own, and a translation each. What is there was loaded from the
-- report, in English; what people have written since is taken to be in the language of what it belongs to, or of most of the country.
alter table Commitment add ContentLanguage nvarchar(10) not null default 'en';
alter table CountryStatement add ContentLanguage nvarchar(10) not null default 'en';
alter table TimelineEvent add ContentLanguage nvarchar(10) not null default 'en';
alter table IndicatorDefinition add ContentLanguage nvarchar(10) not null default 'en';
alter table ChecklistAnswer add ContentLanguage nvarchar(10) not null default 'en';

-- No language: as it was frozen before texts of a country had one.
alter table FrozenCommitment add ContentLanguage nvarchar(10) null;
alter table FrozenStatement add ContentLanguage nvarchar(10) null;
alter table FrozenTimelineEvent add ContentLanguage nvarchar(10) null;
alter table FrozenMeasurement add ContentLanguage nvarchar(10) null;
alter table FrozenTotal add ContentLanguage nvarchar(10) null;
alter table FrozenChecklistAnswer add ContentLanguage nvarchar(10) null;
go
update Commitment
   set ContentLanguage = coalesce((select min(i.ContentLanguage) from CommitmentInitiative l
                                     join Initiative i on i.Country = l.Country and i.Id = l.InitiativeId
                                    where l.Country = Commitment.Country and l.CommitmentId = Commitment.Id
                                   having min(i.ContentLanguage) = max(i.ContentLanguage)),
                                  case when (select count(*) from Initiative e where e.Country = Commitment.Country and e.ContentLanguage = 'en')
                                          > (select count(*) from Initiative s where s.Country = Commitment.Country and s.ContentLanguage = 'es')
                                       then 'en' else 'es' end)
 where SourceLines is null and Mark = 'Reported';

update IndicatorDefinition
   set ContentLanguage = coalesce((select i.ContentLanguage from Indicator k
                                     join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
                                    where k.Country = IndicatorDefinition.Country and k.Id = IndicatorDefinition.IndicatorId),
                                  case when (select count(*) from Initiative e where e.Country = IndicatorDefinition.Country and e.ContentLanguage = 'en')
                                          > (select count(*) from Initiative s where s.Country = IndicatorDefinition.Country and s.ContentLanguage = 'es')
                                       then 'en' else 'es' end)
 where exists (select 1 from Indicator n
                where n.Country = IndicatorDefinition.Country and n.Id = IndicatorDefinition.IndicatorId and n.SourceLines is null and n.Mark = 'Reported');

update ChecklistAnswer
   set ContentLanguage = case when (select count(*) from Initiative e where e.Country = ChecklistAnswer.Country and e.ContentLanguage = 'en')
                                 > (select count(*) from Initiative s where s.Country = ChecklistAnswer.Country and s.ContentLanguage = 'es')
                              then 'en' else 'es' end;

-- A table beside Translation, not rows of it: those hang on an initiative, whose right they are; these are the right of whoever edits what
-- belongs to the country as a whole.
create table CountryTranslation (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,               -- from the text and the language, as in Translation
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
    constraint CountryTranslationOnce unique (Country, SubjectId, Field, Language),
    constraint TranslationOfCountry foreign key (Country) references CountryHead (Country),
    constraint CountryTranslationHowMade check (HowMade in ('Person', 'Machine')),
    constraint CountryTranslationMark check (Mark in ('Reported', 'Stated', 'Derived', 'Inferred', 'Illustrative'))
);
create index CountryTranslationBySubject on CountryTranslation (Country, Subject);

-- As it was accepted, with the original that it says: values of one indicator can be of several definitions.
create table FrozenCountryTranslation (
    Country        char(3)        not null,
    SnapshotNo     int            not null,
    TranslationId  uniqueidentifier not null,
    Subject        nvarchar(40)   not null,
    SubjectId      uniqueidentifier not null,
    Code           nvarchar(30)   null,                    -- of an indicator: its frozen values know it by that
    Field          nvarchar(60)   not null,
    Language       nvarchar(10)   not null,
    Text           nvarchar(4000) not null,
    SourceText     nvarchar(4000) not null,
    HowMade        nvarchar(12)   not null,
    Mark           nvarchar(12)   not null,
    primary key (Country, SnapshotNo, TranslationId),
    constraint FrozenCountryTranslationOfSnapshot foreign key (Country, SnapshotNo) references Snapshot (Country, SnapshotNo)
);
