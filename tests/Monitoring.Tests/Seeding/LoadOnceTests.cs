using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Monitoring.Tests.Installation;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Seeding;

/// <summary>The report is loaded once, whatever happens on the way.</summary>
public sealed class LoadOnceTests
{
    [Theory, EveryDatabase]
    public async Task A_second_start_changes_nothing(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        var before = await WholeAsync(world.Behind);
        world.Clock.Advance(TimeSpan.FromDays(40));
        await ReportWorld.LoadAsync(world.Database, demo: true, world.Clock);
        (await WholeAsync(world.Behind)).ShouldBe(before);
    }

    [Fact]
    public async Task A_second_start_leaves_what_people_have_changed_meanwhile()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await world.Behind.RawAsync("update NextStep set Status = 'Done', DueOn = null, DueMark = null");
        await world.Behind.RawAsync("update Country set SharesDrafts = 1, NameEs = 'Otro nombre'");
        await world.Behind.RawAsync("update ThematicAxis set NameEs = 'Otro nombre'");
        await world.Behind.RawAsync("delete from BudgetLine");
        var before = await WholeAsync(world.Behind);
        await ReportWorld.LoadAsync(world.Database, demo: true, world.Clock);
        (await WholeAsync(world.Behind)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task Instances_that_start_at_once_load_one_report(Engine engine)
    {
        await using var together = await TestDatabase.EmptyAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReportWorld.LoadAsync(together.Database, demo: true))));
        await using var alone = await TestDatabase.EmptyAsync(engine);
        await ReportWorld.LoadAsync(alone.Database, demo: true);
        (await WholeAsync(together)).ShouldBe(await WholeAsync(alone));
    }

    [Fact]
    public async Task A_load_that_breaks_in_a_country_leaves_that_country_empty_and_goes_on_at_the_next_start()
    {
        await using var db = await TestDatabase.EmptyAsync(Engine.Sqlite);
        await db.RawAsync("create trigger broken before insert on Result when new.Country = 'HND' begin select raise(abort, 'the disk is gone'); end");
        await Should.ThrowAsync<SqliteException>(() => ReportWorld.LoadAsync(db.Database, demo: true));
        (await db.ScalarAsync<int>("select count(*) from Snapshot where Country = 'MEX'")).ShouldBe(1);
        foreach (var table in new[] { "CountryHead", "Institution", "Initiative", "AuditLink", "Snapshot" })
            (await db.ScalarAsync<int>($"select count(*) from {table} where Country = 'HND'")).ShouldBe(0, table);

        await db.RawAsync("drop trigger broken");
        await ReportWorld.LoadAsync(db.Database, demo: true);
        await using var alone = await TestDatabase.EmptyAsync(Engine.Sqlite);
        await ReportWorld.LoadAsync(alone.Database, demo: true);
        (await WholeAsync(db)).ShouldBe(await WholeAsync(alone));
    }

    [Fact]
    public async Task A_load_that_breaks_while_freezing_leaves_no_half_of_a_snapshot()
    {
        await using var db = await TestDatabase.EmptyAsync(Engine.Sqlite);
        await db.RawAsync("create trigger broken before insert on FrozenStep begin select raise(abort, 'the disk is gone'); end");
        await Should.ThrowAsync<SqliteException>(() => ReportWorld.LoadAsync(db.Database, demo: false));
        (await db.ScalarAsync<int>("select count(*) from Snapshot")).ShouldBe(0);
        (await db.ScalarAsync<int>("select count(*) from FrozenInitiative")).ShouldBe(0);
        await db.RawAsync("drop trigger broken");
        await ReportWorld.LoadAsync(db.Database, demo: false);
        (await db.ScalarAsync<int>("select count(*) from Snapshot")).ShouldBe(3);
    }

    [Fact]
    public async Task A_program_that_is_killed_between_countries_goes_on_at_the_next_start()
    {
        var data = Directory.CreateTempSubdirectory("monitoring-killed-").FullName;
        var file = Path.Combine(data, "monitoring.db");
        try
        {
            foreach (var links in new[] { 1, 3, 5 })
            {
                await using var killed = StartedProgram.Start(data);
                while (await LinksAsync(file) < links) await Task.Delay(2);
            }
            await using (var whole = StartedProgram.Start(data)) await whole.ListeningAsync();
            await using var alone = await TestDatabase.EmptyAsync(Engine.Sqlite);
            await ReportWorld.LoadAsync(alone.Database, demo: true);
            var database = Database.Sqlite(file);
            await using var connection = await database.OpenAsync(CancellationToken.None);
            await using var expected = await alone.RawAsync();
            foreach (var sql in new[] { "select Hash from Snapshot order by Country", "select Id from Result order by Id", "select Email from Person order by Email",
                "select concat(Country, LinkNo, Action) from AuditLink order by Country, LinkNo" })
                (await connection.QueryAsync<string>(sql)).ShouldBe(await expected.QueryAsync<string>(sql), sql);
            foreach (var country in new[] { World.Mexico, World.Honduras, World.ElSalvador })
            {
                await using var db = await new Gate(database, new Caller(), World.NewClock()).ForJob(JobName.Load).ReadAsync(country);
                (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
                (await CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<int> LinksAsync(string file)
    {
        if (!File.Exists(file)) return 0;
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        try
        {
            await connection.OpenAsync();
            return await connection.ExecuteScalarAsync<int>("select count(*) from AuditLink");
        }
        catch (SqliteException)
        {
            // Not migrated yet.
            return 0;
        }
    }

    /// <summary>Every row of every table as text, but what is random by nature.</summary>
    private static async Task<string> WholeAsync(TestDatabase db)
    {
        var lines = new List<string>();
        await using var connection = await db.RawAsync();
        foreach (var table in SchemaRules.Tables)
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"select * from {table.Name}"))
                lines.Add(table.Name + " " + string.Join(" | ", row.Where(c => c.Key is not ("SecurityStamp" or "PasswordHash"))
                    .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Value}"))));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
