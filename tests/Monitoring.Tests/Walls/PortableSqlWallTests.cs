namespace Monitoring.Tests.Walls;

/// <summary>The portable subset of <c>sql/README.md</c>, over schema, views and statements; and the grammar of SQL Server 2022.</summary>
public sealed class PortableSqlWallTests
{
    [Fact]
    public void Every_schema_file_and_view_is_portable() => new[] { "schema", "views" }
        .SelectMany(folder => Migrator.Files(folder, Dialect.SqlServer))
        .SelectMany(f => Migrator.Batches(f.Text).SelectMany(b => PortableSql.Violations(b, SchemaRules.Tables, f.Name.Contains(".sqlserver.", StringComparison.Ordinal)).Select(v => $"{f.Name}: {v}")))
        .ShouldStand();

    [Fact]
    public void Every_statement_is_portable_alone_and_with_every_filter_order_and_page() => Statements.All.SelectMany(s => s.Variants())
        .SelectMany(v => PortableSql.Violations(v.Text, SchemaRules.Tables, isPair: false, isPaged: v.Text.Contains("offset @Skip", StringComparison.Ordinal)).Select(w => $"{v.Name}: {w}"))
        .ShouldStand();

    [Fact]
    public void Pairs_of_statements_are_counted() => Statements.All.Where(s => s.Value.IsPair).Select(s => s.Name).ShouldBe([]);

    [Theory]
    [InlineData("select isnull(n.Note, '') as Note from NextStep n")]
    [InlineData("select len(n.Note) as L from NextStep n")]
    [InlineData("select year(n.DueOn) as Y from NextStep n")]
    [InlineData("select getdate() as D")]
    [InlineData("select getutcdate() as D")]
    [InlineData("select current_timestamp as D")]
    [InlineData("select top 5 n.Id from NextStep n")]
    [InlineData("select n.Id from NextStep n limit 5")]
    [InlineData("select n.Id from NextStep n order by n.Id offset 0 rows fetch next 5 rows only")]
    [InlineData("merge into NextStep n using Result r on n.Id = r.Id when matched then delete;")]
    [InlineData("update NextStep set Note = '' output inserted.Id where Country = @Country")]
    [InlineData("delete from NextStep where Country = @Country returning Id")]
    [InlineData("insert into NextStep (Id) values (@Id) on conflict do nothing")]
    [InlineData("update NextStep set Note = r.Text from Result r where r.Country = @Country")]
    [InlineData("select n.Id from NextStep n cross apply (select 1 as One) x")]
    [InlineData("select n.Id from dbo.NextStep n")]
    [InlineData("select n.Id from NextStep n where n.Note = N'text'")]
    [InlineData("select string_agg(n.Code, ',') as Codes from NextStep n")]
    [InlineData("select avg(n.TargetNumber) as A from NextStep n")]
    [InlineData("select sum(n.TargetNumber) as A from NextStep n")]
    [InlineData("select sum(case when n.Status = 'Done' then 1 else 0 end) as A from NextStep n")]
    [InlineData("select m.Numerator / m.Denominator as R from Measurement m")]
    [InlineData("select m.Numerator / 0 as R from Measurement m")]
    [InlineData("select m.Numerator % 3 as R from Measurement m")]
    [InlineData("select n.Id from NextStep n where n.Text like @Text")]
    [InlineData("select n.Id from NextStep n where n.Id in @Ids")]
    [InlineData("select n.Code + '-' + n.Status as X from NextStep n")]
    [InlineData("select n.Code || n.Status as X from NextStep n")]
    [InlineData("select cast(n.Code as nvarchar(max)) as X from NextStep n")]
    [InlineData("select cast(n.DueOn as datetime) as X from NextStep n")]
    [InlineData("select try_cast(n.Code as int) as X from NextStep n")]
    [InlineData("select convert(int, n.Code) as X from NextStep n")]
    [InlineData("select lower(n.Code) as X from NextStep n")]
    [InlineData("select n.Id from NextStep n with (nolock)")]
    [InlineData("select @@rowcount as N")]
    [InlineData("select n.Id from NextStep n where n.Code collate Latin1_General_BIN = @Code")]
    [InlineData("select round(m.Value) as V from Measurement m")]
    [InlineData("select substring(n.Code, 2) as V from NextStep n")]
    [InlineData("select concat(n.Code) as V from NextStep n")]
    [InlineData("select max(n.Position, 1) as V from NextStep n")]
    [InlineData("select n.Status, n.Code, count(*) as Many from NextStep n group by n.Status")]
    [InlineData("select n.Code, count(*) as Many from NextStep n")]
    [InlineData("select n.Status, concat(n.Status, n.Code) as X from NextStep n group by n.Status")]
    [InlineData("select n.Status from NextStep n group by n.Status having n.Position > 1")]
    [InlineData("insert into NextStep (Country, Id) values (@Country, @Id, @Code)")]
    [InlineData("insert into NextStep (Country, Id) select r.Country from Result r")]
    [InlineData("exec sp_who")]
    [InlineData("declare @x int")]
    [InlineData("create table A (Id int identity primary key)")]
    [InlineData("create table A (Id uniqueidentifier primary key, V rowversion)")]
    [InlineData("create table A (Id uniqueidentifier primary key, T nvarchar(max))")]
    [InlineData("create table A (Id uniqueidentifier primary key, T nvarchar(4001))")]
    [InlineData("create table A (Id uniqueidentifier primary key, T varchar(10))")]
    [InlineData("create table A (Id uniqueidentifier primary key, T datetime2(7))")]
    [InlineData("create table A (Id uniqueidentifier primary key, T float)")]
    [InlineData("create table A (Id uniqueidentifier primary key, T money)")]
    [InlineData("create table A (Id uniqueidentifier primary key, T int default (getdate()))")]
    [InlineData("create table A (Id uniqueidentifier primary key, constraint X foreign key (Id) references B (Id) on delete cascade)")]
    [InlineData("create table A (Id uniqueidentifier primary key, N as (Id))")]
    [InlineData("create table A (Id uniqueidentifier primary key, index I (Id))")]
    [InlineData("create unique index I on NextStep (Country) where RetiredAt is null")]
    [InlineData("create or alter view V as select 1 as One")]
    public void A_planted_text_that_is_not_portable_is_caught(string sql) => PortableSql.Violations(sql, SchemaRules.Tables).ShouldNotBeEmpty();

    [Theory]
    [InlineData("select coalesce(n.Note, '') as Note, nullif(n.Code, '') as C, iif(n.Status = 'Done', 1, 0) as D, concat(n.Code, '-', n.Status) as X from NextStep n")]
    [InlineData("select m.Numerator / nullif(m.Denominator, 0) as R, cast(m.Value as decimal(19,4)) as V, m.Value / 2 as H from Measurement m")]
    [InlineData("select n.Id, row_number() over (order by n.Code) as No, lag(n.Code) over (order by n.Code) as Before, count(*) over (partition by n.Status) as Many from NextStep n")]
    [InlineData("select sum(b.PledgedMinor) as P, sum(cast(1 as bigint)) as N from BudgetLine b")]
    [InlineData("select i.Id from Initiative i where i.SearchText like @Pattern")]
    [InlineData("select n.Id from NextStep n order by n.Code offset @Skip rows fetch next @Take rows only", true)]
    [InlineData("select n.Status, coalesce(n.Note, '') as Note, count(*) as Many, max(n.Code) as Last from NextStep n group by n.Status, coalesce(n.Note, '') having count(*) > 1")]
    [InlineData("select n.Code, (select count(*) from Result r where r.InitiativeId = n.InitiativeId) as Results from NextStep n")]
    [InlineData("update NextStep set Version = Version + 1 where Country = @Country")]
    public void What_the_page_allows_passes(string sql, bool isPaged = false) => PortableSql.Violations(sql, SchemaRules.Tables, isPaged: isPaged).ShouldBeEmpty();
}
