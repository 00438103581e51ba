-- Rungs of a common ladder that a country's law does not have (a legislature of one chamber), one a line; null: every one applies.
alter table CommonIndicatorAnswer add RungsNotApplicable nvarchar(1000) null;
alter table FrozenCommonAnswer add RungsNotApplicable nvarchar(1000) null;
