using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Monitoring.Tests.Stage;

/// <summary>
/// A database of this program's schema that a test has for itself. SQLite: a copy of a file that was migrated and filled once a run.
/// SQL Server: one of a few databases that are wiped between tests.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _end;

    private TestDatabase(Database database, string? path, Func<ValueTask> end) => (Database, Path, _end) = (database, path, end);

    public Database Database { get; }

    /// <summary>The file, on SQLite.</summary>
    public string? Path { get; }

    /// <summary>A database that <paramref name="fill"/> has filled; on SQLite it runs once a run for each <paramref name="template"/>.</summary>
    public static async Task<TestDatabase> OpenAsync(Engine engine, string template, Func<Database, Task> fill)
    {
        if (engine is Engine.Sqlite)
        {
            return CopyOf(await SqliteFiles.TemplateAsync(template, fill));
        }
        var name = await SqlServerDatabases.TakeAsync();
        var database = Database.SqlServer(SqlServerDatabases.ConnectionTo(name));
        await fill(database);
        return new TestDatabase(database, null, () => SqlServerDatabases.GiveBackAsync(name));
    }

    /// <summary>A copy of a SQLite file whose log is empty.</summary>
    public static TestDatabase CopyOf(string source)
    {
        var path = SqliteFiles.New();
        File.Copy(source, path);
        var database = Database.Sqlite(path);
        return new TestDatabase(database, path, async () =>
        {
            await database.Kept!.CloseAsync();
            SqliteFiles.Delete(path);
        });
    }

    /// <summary>A migrated database without a row.</summary>
    public static Task<TestDatabase> EmptyAsync(Engine engine) => OpenAsync(engine, "empty", _ => Task.CompletedTask);

    /// <summary>A connection past the doors, for what only an attacker or an accident would do; past the second wall too while it is open.</summary>
    public async Task<DbConnection> RawAsync()
    {
        var connection = await Database.OpenAsync(CancellationToken.None);
        await SqlServerDatabases.OpenWallAsync(connection);
        return connection;
    }

    /// <summary>Runs a statement past the doors; returns the rows affected.</summary>
    public async Task<int> RawAsync(string sql, object? args = null)
    {
        await using var connection = await RawAsync();
        return await connection.ExecuteAsync(sql, args);
    }

    /// <summary>Reads one value past the doors.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, object? args = null)
    {
        await using var connection = await RawAsync();
        return await connection.ExecuteScalarAsync<T>(sql, args);
    }

    public ValueTask DisposeAsync() => _end();
}

/// <summary>Files under a folder of this run.</summary>
internal static class SqliteFiles
{
    private static readonly Dictionary<string, string> Templates = [];
    private static readonly SemaphoreSlim Making = new(1, 1);
    private static readonly Lazy<string> Root = new(() => Directory.CreateTempSubdirectory("monitoring-tests-").FullName);

    /// <summary>A path in the folder of this run where nothing is yet.</summary>
    public static string New(string name = "test") => System.IO.Path.Combine(Root.Value, $"{name}-{Guid.CreateVersion7():N}.db");

    /// <summary>The file that every test of <paramref name="template"/> copies; made by the first.</summary>
    public static async Task<string> TemplateAsync(string template, Func<Database, Task> fill)
    {
        await Making.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(template, out var source)) Templates[template] = source = await MakeAsync(template, fill);
            return source;
        }
        finally
        {
            Making.Release();
        }
    }

    public static void Delete(string path)
    {
        SqliteConnection.ClearPool(new SqliteConnection(Database.Sqlite(path).ConnectionString));
        foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(path + end);
    }

    public static void DeleteAll()
    {
        SqliteConnection.ClearAllPools();
        if (Root.IsValueCreated) Directory.Delete(Root.Value, recursive: true);
    }

    private static async Task<string> MakeAsync(string template, Func<Database, Task> fill)
    {
        var path = New("template-" + template);
        var database = Database.Sqlite(path);
        await new Migrator(database).MigrateAsync(World.NewClock());
        await using (var connection = await database.OpenAsync(CancellationToken.None))
            foreach (var trigger in SchemaRules.AsTriggers()) await connection.ExecuteAsync(trigger);
        await fill(database);
        // Only the main file is copied, so everything has to be in it.
        await using (var connection = await database.OpenAsync(CancellationToken.None))
            await connection.ExecuteAsync("pragma wal_checkpoint(truncate)");
        await database.Kept!.CloseAsync();
        SqliteConnection.ClearPool(new SqliteConnection(database.ConnectionString));
        return path;
    }
}

/// <summary>Databases of this run on the configured server; made when needed, wiped between tests, dropped at the end.</summary>
internal static class SqlServerDatabases
{
    public const string Variable = "MONITORING_TEST_SQLSERVER";

    private static readonly Stack<string> Free = [];
    private static readonly List<string> Made = [];
    private static readonly Lock Door = new();

    public static string? ConnectionString { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    public static string ConnectionTo(string database) => new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = database }.ToString();

    public static async Task<string> TakeAsync()
    {
        lock (Door)
            if (Free.TryPop(out var free)) return free;
        var name = "MonitoringTest_" + Guid.CreateVersion7().ToString("N");
        await using (var server = new SqlConnection(ConnectionString))
        {
            await server.ExecuteAsync($"create database {name} collate Modern_Spanish_CI_AS");
            lock (Door) Made.Add(name);
        }
        await new Migrator(Database.SqlServer(ConnectionTo(name))).MigrateAsync(World.NewClock());
        return name;
    }

    public static async ValueTask GiveBackAsync(string name)
    {
        await using var connection = new SqlConnection(ConnectionTo(name));
        await connection.OpenAsync();
        await OpenWallAsync(connection);
        // The schema names a table before those that refer to it, so the other way round nothing is still referred to.
        foreach (var table in SchemaRules.Tables.Reverse()) await connection.ExecuteAsync($"delete from {table.Name}");
        lock (Door) Free.Push(name);
    }

    /// <summary>Switches row-level security off, where there is any, until the connection is closed.</summary>
    public static async Task OpenWallAsync(DbConnection connection)
    {
        if (connection is not SqlConnection || !await Dialect.SqlServer.HasRowSecurityAsync(connection)) return;
        await connection.ExecuteAsync("alter security policy dbo.CountryPolicy with (state = off)");
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState is not System.Data.ConnectionState.Closed) return;
            using var other = new SqlConnection(connection.ConnectionString);
            other.Execute("alter security policy dbo.CountryPolicy with (state = on)");
        };
    }

    public static async Task DropAllAsync()
    {
        if (Made.Count == 0) return;
        SqlConnection.ClearAllPools();
        await using var server = new SqlConnection(ConnectionString);
        foreach (var name in Made) await server.ExecuteAsync($"drop database {name}");
    }
}

/// <summary>Sweeps the stage when the run ends.</summary>
public sealed class Sweep : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        SqliteFiles.DeleteAll();
        await SqlServerDatabases.DropAllAsync();
    }
}
