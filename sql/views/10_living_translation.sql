-- Every translation of a country, of whichever right it is; one that hangs on no initiative is of a text of the country as a whole.
create view living_translation as
select t.Country, t.Id, t.InitiativeId, t.Subject, t.SubjectId, t.Field, t.Language, t.Text, t.HowMade, t.SourceText, t.Mark, t.Version, t.ChangedAt, t.ChangedBy
  from Translation t
union all
select c.Country, c.Id, null, c.Subject, c.SubjectId, c.Field, c.Language, c.Text, c.HowMade, c.SourceText, c.Mark, c.Version, c.ChangedAt, c.ChangedBy
  from CountryTranslation c
