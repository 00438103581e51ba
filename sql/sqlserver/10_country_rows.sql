-- The second wall: SQL Server itself shows a connection only the rows that its door has named. The door writes into the session's
-- context, before its first statement, either its country or how far it may read; a connection that was told nothing finds nothing.
drop security policy if exists dbo.CountryPolicy;
drop function if exists dbo.LivingRows;
drop function if exists dbo.FrozenRows;
drop function if exists dbo.OwnRows;
go
create function dbo.OwnRows(@Country char(3)) returns table with schemabinding as
    return select 1 as Found
            where @Country = cast(session_context(N'Country') as char(3));
go
-- What countries work on: they themselves, and the region's views.
create function dbo.LivingRows(@Country char(3)) returns table with schemabinding as
    return select 1 as Found
            where @Country = cast(session_context(N'Country') as char(3))
               or cast(session_context(N'Reach') as nvarchar(10)) = N'Region';
go
-- What was accepted: also the views of what is published, which can reach nothing else.
create function dbo.FrozenRows(@Country char(3)) returns table with schemabinding as
    return select 1 as Found
            where @Country = cast(session_context(N'Country') as char(3))
               or cast(session_context(N'Reach') as nvarchar(10)) in (N'Region', N'Published');
go
