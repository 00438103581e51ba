-- Text without a length limit has one name on both engines; SQLite takes the bare name as TEXT.
create type LongText from nvarchar(max);
