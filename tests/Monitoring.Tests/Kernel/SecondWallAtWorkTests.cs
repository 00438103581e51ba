using Dapper;
using Microsoft.Data.SqlClient;

namespace Monitoring.Tests.Kernel;

/// <summary>
/// Row-level security at work, past the doors. Only SQL Server has it: on anything else these are visible skips, and the doors hold alone
/// (which every other test shows on both engines).
/// </summary>
public sealed class SecondWallAtWorkTests
{
    private const string InsertStep = """
        insert into NextStep (Country, Id, InitiativeId, Code, Text, Status, Position, Mark, ChangedAt, ChangedBy)
        select top 1 Country, newid(), InitiativeId, 'X-1', 'planted', Status, Position, Mark, ChangedAt, ChangedBy from NextStep where Country = @Country
        """;

    [Fact]
    public async Task A_connection_that_was_told_nothing_finds_nothing()
    {
        await using var world = await OpenAsync();
        await using var connection = await ToldAsync(world, null, null);
        foreach (var table in Walls.Tables.Real.Schema.Keys.Where(t => Walls.Tables.Real.Kind(t) is Walls.TableKind.Country))
            (await connection.ExecuteScalarAsync<int>($"select count(*) from {table}")).ShouldBe(0, table);
    }

    [Fact]
    public async Task A_connection_of_a_country_finds_and_writes_only_that_countrys_rows()
    {
        await using var world = await OpenAsync();
        await using var connection = await ToldAsync(world, "HND", null);
        (await connection.QueryAsync<string>("select distinct Country from NextStep")).ShouldBe(["HND"]);
        (await connection.ExecuteAsync("update NextStep set Text = 'planted' where Country = 'MEX'")).ShouldBe(0);
        (await connection.ExecuteAsync("delete from NextStep where Country = 'MEX'")).ShouldBe(0);
        await Should.ThrowAsync<SqlException>(() => connection.ExecuteAsync("update NextStep set Country = 'MEX' where Country = 'HND'"));
        await Should.ThrowAsync<SqlException>(() => connection.ExecuteAsync("exec sp_set_session_context N'Country', N'MEX'"));
    }

    [Fact]
    public async Task The_regions_reach_finds_every_country_and_writes_none()
    {
        await using var world = await OpenAsync();
        await using var connection = await ToldAsync(world, null, "Region");
        (await connection.QueryAsync<string>("select distinct Country from NextStep")).Count().ShouldBeGreaterThan(1);
        foreach (var write in new[] { "update NextStep set Text = 'planted'", "delete from NextStep", InsertStep })
            await Should.ThrowAsync<SqlException>(() => connection.ExecuteAsync(write, new { Country = "HND" }), write);
    }

    [Fact]
    public async Task The_reach_of_what_is_published_finds_nothing_that_lives()
    {
        await using var world = await OpenAsync();
        await using var connection = await ToldAsync(world, null, "Published");
        (await connection.ExecuteScalarAsync<int>("select count(*) from NextStep")).ShouldBe(0);
        (await connection.ExecuteScalarAsync<int>("select count(*) from Initiative")).ShouldBe(0);
    }

    private static async Task<World> OpenAsync()
    {
        Assert.SkipWhen(SqlServerDatabases.ConnectionString is null, $"{SqlServerDatabases.Variable} holds no connection string.");
        var world = await World.OpenAsync(Engine.SqlServer);
        await using var connection = await world.Database.OpenAsync(CancellationToken.None);
        if (await Dialect.SqlServer.HasRowSecurityAsync(connection))
        {
            foreach (var country in new[] { World.Honduras, World.Mexico }) await world.NextStepAsync(country, await world.InitiativeAsync(country, country + "-W"), country + "-W-1");
            return world;
        }
        await world.DisposeAsync();
        Assert.Skip("This engine has no row-level security.");
        throw new InvalidOperationException();
    }

    private static async Task<System.Data.Common.DbConnection> ToldAsync(World world, string? country, string? reach)
    {
        var connection = await world.Database.OpenAsync(CancellationToken.None);
        if (country is not null) await connection.ExecuteAsync(Dialect.SqlServer.SetCountry!, new { Country = country });
        if (reach is not null) await connection.ExecuteAsync(Dialect.SqlServer.SetReach!, new { Reach = reach });
        return connection;
    }
}
