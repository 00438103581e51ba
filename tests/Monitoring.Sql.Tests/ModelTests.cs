using Monitoring.Tests.Walls;

namespace Monitoring.Sql.Tests;

/// <summary>On SQL Server every name of the schema, the views and the statements resolves.</summary>
public sealed class ModelTests
{
    [Fact]
    public void The_schema_and_the_views_resolve()
    {
        using var model = Model.OfHouse();
        model.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void An_added_column_joins_its_table()
    {
        Model.Fold(["create table A (Id int not null); create index I on A (Id)", "alter table A add Name nvarchar(10) null"])
            .ShouldBe(["create table A (Id int not null, Name nvarchar(10) null)", "create index I on A (Id)"]);
    }

    [Fact]
    public void Every_statement_resolves_alone_and_with_every_filter_order_and_page()
    {
        using var model = Model.OfHouse();
        var variants = Statements.All.SelectMany(s => s.Variants()).Where(v => !v.Name.EndsWith("(SQLite)", StringComparison.Ordinal)).DistinctBy(v => v.Text).ToList();
        variants.Count.ShouldBeGreaterThan(20);
        foreach (var (variant, i) in variants.Select((v, i) => (v, i))) model.AddStatement($"{i} {variant.Name}", variant.Text);
        model.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("select n.Txt from NextStep n where n.Country = @Country")]
    [InlineData("select n.Id from NextSteps n where n.Country = @Country")]
    [InlineData("select x.Id from NextStep n where n.Country = @Country")]
    [InlineData("select n.Id from NextStep n join Initiative i on i.Country = n.Country and i.Id = n.Initiative where n.Country = @Country")]
    [InlineData("update NextStep set Txt = @Text where Country = @Country")]
    [InlineData("insert into NextStep (Country, Idd) values (@Country, @Id)")]
    [InlineData("delete from NextStep where Land = @Country")]
    [InlineData("select s.Title2 from region_status s where s.Country = @Country")]
    [InlineData("select Id from NextStep n join Initiative i on i.Country = n.Country where n.Country = @Country")]
    public void A_planted_name_that_resolves_to_nothing_is_caught(string sql)
    {
        using var model = Model.OfHouse();
        model.AddStatement("planted", sql);
        model.Problems().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("create view planted as select f.Country, f.Codex from FrozenInitiative f")]
    [InlineData("create view planted as select f.Country from FrozenThing f")]
    [InlineData("create table Planted (Country char(3) not null, Id uniqueidentifier not null, primary key (Country, Id), constraint PlantedOf foreign key (Country, Id) references Initiatives (Country, Id))")]
    [InlineData("create table Planted (Country char(3) not null, Id uniqueidentifier not null, primary key (Country, Id), constraint PlantedOf foreign key (Country, Id) references Initiative (Country, Ident))")]
    [InlineData("create table Planted (Country char(3) not null, Id uniqueidentifier not null, primary key (Country, Idd))")]
    [InlineData("create table Planted (Country char(3) not null, T NoSuchType null)")]
    [InlineData("create index Planted on NextStep (Country, Nowhere)")]
    public void A_planted_piece_of_schema_that_does_not_resolve_is_caught(string sql)
    {
        using var model = Model.OfHouse();
        model.Add(sql, "planted");
        model.Problems().ShouldNotBeEmpty();
    }

    [Fact]
    public void The_policy_resolves_on_the_schema()
    {
        using var model = Model.OfHouse();
        foreach (var (statement, i) in Policy().Select((s, i) => (s, i))) model.Add(statement, $"wall {i}");
        model.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dbo.LivingRows(Country) on dbo.NextStep", "dbo.LivingRows(Land) on dbo.NextStep")]
    [InlineData("dbo.FrozenRows(Country) on dbo.Snapshot", "dbo.FrozenRow(Country) on dbo.Snapshot")]
    public void A_planted_name_in_the_policy_that_resolves_to_nothing_is_caught(string sound, string broken)
    {
        using var model = Model.OfHouse();
        foreach (var (statement, i) in Policy().Select((s, i) => (s.Replace(sound, broken, StringComparison.Ordinal), i))) model.Add(statement, $"wall {i}");
        model.Problems().ShouldNotBeEmpty();
    }

    // What the model can hold: it knows functions and policies, not drops, roles and grants.
    private static IEnumerable<string> Policy() => Migrator.Files("sqlserver", Dialect.SqlServer).SelectMany(f => Migrator.Batches(f.Text))
        .Where(b => b.Contains("create function", StringComparison.Ordinal) || b.Contains("create security policy", StringComparison.Ordinal));
}
