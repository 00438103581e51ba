-- Events of a country's timeline are written by the country itself, like what it says about its progress: each has a version, and can be
-- taken out of use.
alter table TimelineEvent add RetiredAt datetime2(3) null;
alter table TimelineEvent add Version int not null default 1;
alter table TimelineEvent add ChangedAt datetime2(3) not null default '2021-01-01 00:00:00.000';
alter table TimelineEvent add ChangedBy nvarchar(200) not null default 'MIRPS';
go
-- Until now they came with the statements of the same report, and nobody has changed either since.
update TimelineEvent
   set ChangedAt = (select max(s.ChangedAt) from CountryStatement s where s.Country = TimelineEvent.Country),
       ChangedBy = (select max(s.ChangedBy) from CountryStatement s where s.Country = TimelineEvent.Country)
 where exists (select 1 from CountryStatement c where c.Country = TimelineEvent.Country);
