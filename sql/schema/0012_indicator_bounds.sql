-- What a value of an indicator cannot be, where its definition says so.
alter table IndicatorDefinition add Minimum decimal(19,4) null;
alter table IndicatorDefinition add Maximum decimal(19,4) null;
