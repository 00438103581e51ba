using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Monitoring.Tests.Kernel;

public sealed class MigratorTests
{
    [Theory, EveryDatabase]
    public async Task A_second_start_finds_nothing_to_do(Engine engine)
    {
        await using var stage = await TestDatabase.EmptyAsync(engine);
        (await new Migrator(stage.Database).MigrateAsync(World.NewClock())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_database_gets_every_file_and_every_view()
    {
        var path = SqliteFiles.New();
        var done = await new Migrator(Database.Sqlite(path)).MigrateAsync(World.NewClock());
        done.ShouldBe([.. Migrator.Files("schema", Dialect.Sqlite).Select(f => f.Name), "views"]);
        var names = await SchemaAsync(path);
        foreach (var table in SchemaRules.Tables) names.ShouldContain(n => n.StartsWith($"table {table.Name} ", StringComparison.Ordinal));
        foreach (var view in Migrator.Files("views", Dialect.Sqlite).Select(f => $"view {Path.GetFileNameWithoutExtension(f.Name)[3..]} "))
            names.ShouldContain(n => n.StartsWith(view, StringComparison.Ordinal));
        (await PragmaAsync(path, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync(path, "foreign_keys")).ShouldBe("1");
        (await PragmaAsync(path, "synchronous")).ShouldBe("2");
        (await PragmaAsync(path, "busy_timeout")).ShouldBe("5000");
    }

    [Fact]
    public async Task Instances_that_start_at_once_make_one_schema()
    {
        for (var round = 0; round < 5; round++)
        {
            var path = SqliteFiles.New();
            var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new Migrator(Database.Sqlite(path)).MigrateAsync(World.NewClock()))));
            done.SelectMany(d => d).Count(d => d == "0002_platform.sql").ShouldBe(1);
            (await SchemaAsync(path)).ShouldBe(await FreshAsync());
        }
    }

    [Fact]
    public async Task Processes_that_start_at_once_make_one_schema()
    {
        var path = SqliteFiles.New();
        var children = Enumerable.Range(0, 3).Select(_ => ChildProcess.Migrate(path)).ToList();
        foreach (var child in children) (await child.EndAsync()).ShouldBe(0);
        (await SchemaAsync(path)).ShouldBe(await FreshAsync());
    }

    [Fact]
    public async Task A_migration_that_broke_at_any_statement_completes_at_the_next_start()
    {
        var fresh = await FreshAsync();
        var all = Migrator.Files("schema", Dialect.Sqlite).Concat(Migrator.Files("views", Dialect.Sqlite)).ToList();
        var before = SqliteFiles.New();
        foreach (var file in all)
        {
            foreach (var (broken, at) in BreakEverywhere(file))
            {
                var path = SqliteFiles.New();
                if (File.Exists(before)) File.Copy(before, path);
                var database = Database.Sqlite(path);
                await Should.ThrowAsync<SqliteException>(() => With(database, f => f == file ? broken : f).MigrateAsync(World.NewClock()), $"{file.Name} at {at}");
                await new Migrator(database).MigrateAsync(World.NewClock());
                (await SchemaAsync(path)).ShouldBe(fresh, $"{file.Name} at {at}");
                SqliteFiles.Delete(path);
            }
            if (all.IndexOf(file) >= Migrator.Files("schema", Dialect.Sqlite).Count()) continue;
            // The next file breaks on a database that has all before it.
            await With(Database.Sqlite(before), f => all.IndexOf(f) <= all.IndexOf(file) ? f : null).MigrateAsync(World.NewClock());
            await using var connection = await Database.Sqlite(before).OpenAsync(CancellationToken.None);
            await connection.ExecuteAsync("pragma wal_checkpoint(truncate)");
        }
    }

    private static Migrator With(Database database, Func<SqlFile, SqlFile?> change) =>
        new(database, folder => Migrator.Files(folder, Dialect.Sqlite).Select(change).OfType<SqlFile>());

    [Fact]
    public async Task A_migration_that_was_killed_completes_at_the_next_start()
    {
        var files = Migrator.Files("schema", Dialect.Sqlite).Count();
        for (var at = 0; at < files; at += 2)
        {
            var path = SqliteFiles.New();
            await using (var child = ChildProcess.MigrateAndHang(path, at)) (await child.HangsAsync()).ShouldBeTrue();
            await new Migrator(Database.Sqlite(path)).MigrateAsync(World.NewClock());
            (await SchemaAsync(path)).ShouldBe(await FreshAsync());
        }
    }

    [Fact]
    public async Task A_file_that_was_changed_after_it_was_applied_is_refused()
    {
        await using var stage = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var changed = With(stage.Database, f => f.Name == "0005_initiatives.sql" ? f with { Text = f.Text + "-- another" } : f);
        (await Should.ThrowAsync<MigrationRefusedException>(() => changed.MigrateAsync(World.NewClock()))).Message
            .ShouldBe("0005_initiatives.sql was changed after it had been applied. Put its text back and add a file with the next number.");
    }

    [Fact]
    public async Task A_database_that_is_newer_than_the_program_is_refused()
    {
        await using var stage = await TestDatabase.EmptyAsync(Engine.Sqlite);
        await stage.RawAsync("insert into SchemaJournal (Name, Checksum, AppliedAt) values ('0999_future.sql', 'x', '2030-01-01 00:00:00')");
        (await Should.ThrowAsync<MigrationRefusedException>(() => new Migrator(stage.Database).MigrateAsync(World.NewClock()))).Message
            .ShouldBe("The database is newer than this program (it has 0999_future.sql). Start the newer program, or restore a backup of before.");
    }

    [Fact]
    public async Task A_changed_view_is_made_again_and_one_that_is_gone_is_dropped()
    {
        await using var stage = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var extra = new SqlFile("99_region_test.sql", "create view region_test as\nselect 1 as One");
        Migrator And(params SqlFile[] more) => new(stage.Database, folder => folder == "views"
            ? Migrator.Files(folder, Dialect.Sqlite).Concat(more)
            : Migrator.Files(folder, Dialect.Sqlite));
        (await And(extra).MigrateAsync(World.NewClock())).ShouldBe(["views"]);
        (await stage.ScalarAsync<int>("select One from region_test")).ShouldBe(1);
        (await And(extra with { Text = extra.Text.Replace("1 as", "2 as", StringComparison.Ordinal) }).MigrateAsync(World.NewClock())).ShouldBe(["views"]);
        (await stage.ScalarAsync<int>("select One from region_test")).ShouldBe(2);
        (await new Migrator(stage.Database).MigrateAsync(World.NewClock())).ShouldBe(["views"]);
        (await stage.ScalarAsync<int>("select count(*) from sqlite_master where name = 'region_test'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.50.4")]
    [InlineData("3.6.0")]
    public void An_engine_that_can_damage_the_file_is_refused(string version) =>
        Should.Throw<MigrationRefusedException>(() => Migrator.RefuseOldEngine(version)).Message.ShouldContain(version);

    [Theory]
    [InlineData("3.51.3")]
    [InlineData("3.53.0")]
    [InlineData("4.0")]
    public void A_newer_engine_is_welcome(string version) => Should.NotThrow(() => Migrator.RefuseOldEngine(version));

    [Fact]
    public async Task A_file_that_is_no_database_is_told_so_and_left_alone()
    {
        var path = SqliteFiles.New();
        var text = string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 100));
        await File.WriteAllTextAsync(path, text);
        await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(Database.Sqlite(path)).MigrateAsync(World.NewClock()));
        (await File.ReadAllTextAsync(path)).ShouldBe(text);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_so()
    {
        var nowhere = Path.Combine(SqliteFiles.New(), "nowhere", "monitoring.db");
        (await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(Database.Sqlite(nowhere)).MigrateAsync(World.NewClock())))
            .Message.ShouldStartWith("The database does not answer:");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_so()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "This account may write everything.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are a matter of Unix.");
        var path = SqliteFiles.New();
        await File.WriteAllBytesAsync(path, []);
#pragma warning disable CA1416 // Skipped on Windows above.
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
#pragma warning restore CA1416
        await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(Database.Sqlite(path)).MigrateAsync(World.NewClock()));
    }

    // The file cut after each of its statements, each time followed by one that fails.
    private static IEnumerable<(SqlFile File, int At)> BreakEverywhere(SqlFile file)
    {
        var script = (TSqlScript)new TSql160Parser(true).Parse(new StringReader(file.Text), out var errors);
        errors.ShouldBeEmpty();
        var ends = script.Batches.SelectMany(b => b.Statements).Select(s => s.StartOffset + s.FragmentLength).Prepend(0).ToList();
        for (var i = 0; i < ends.Count; i++)
            yield return (file with { Text = file.Text[..ends[i]].TrimEnd(';') + (ends[i] == 0 ? "" : ";") + "\nselect * from NoSuchTable;" }, i);
    }

    private static readonly SemaphoreSlim Making = new(1, 1);
    private static IReadOnlyList<string>? _fresh;

    private static async Task<IReadOnlyList<string>> FreshAsync()
    {
        await Making.WaitAsync();
        try
        {
            if (_fresh is not null) return _fresh;
            var path = SqliteFiles.New();
            await new Migrator(Database.Sqlite(path)).MigrateAsync(World.NewClock());
            return _fresh = await SchemaAsync(path);
        }
        finally
        {
            Making.Release();
        }
    }

    private static async Task<IReadOnlyList<string>> SchemaAsync(string path)
    {
        await using var connection = await Database.Sqlite(path).OpenAsync(CancellationToken.None);
        (await connection.ExecuteScalarAsync<string>("pragma integrity_check")).ShouldBe("ok");
        return [.. (await connection.QueryAsync<string>("select concat(type, ' ', name, ' ', sql) from sqlite_master order by 1")).Order(StringComparer.Ordinal),
            .. (await connection.QueryAsync<string>("select concat('journal ', Name, ' ', Checksum) from SchemaJournal order by Name"))];
    }

    private static async Task<string?> PragmaAsync(string path, string name)
    {
        await using var connection = await Database.Sqlite(path).OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<string>("pragma " + name);
    }
}
