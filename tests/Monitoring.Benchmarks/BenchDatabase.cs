using Microsoft.Data.SqlClient;
using Monitoring.Tests.Kernel;
using Monitoring.Tests.Reports;

namespace Monitoring.Benchmarks;

/// <summary>A SQLite file in the temporary folder, or a database on a server, with set M's countries and initiatives.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    public const int Countries = 20;
    public const int InitiativesEach = 500;

    private readonly string _folder;

    private BenchDatabase(string folder, Database database, ManyCountries world) => (_folder, Database, World) = (folder, database, world);

    /// <summary>Of the embedded database.</summary>
    public string Path => PathIn(_folder);

    private static string PathIn(string folder) => System.IO.Path.Combine(folder, "monitoring.db");

    public Database Database { get; }

    public ManyCountries World { get; }

    public static async Task<BenchDatabase> OpenAsync(int countries = Countries, int initiativesEach = InitiativesEach)
    {
        var folder = Directory.CreateTempSubdirectory("monitoring-bench-").FullName;
        var database = Database.Sqlite(PathIn(folder));
        var clock = new StandingClock();
        await new Migrator(database).MigrateAsync(clock);
        return new BenchDatabase(folder, database, await ManyCountries.FillAsync(database, clock, countries, initiativesEach));
    }

    /// <summary>The same on the server of <paramref name="connectionString"/>, in a database that goes when this does.</summary>
    public static async Task<BenchDatabase> OnServerAsync(string connectionString, int countries, int initiativesEach)
    {
        var name = "MonitoringProof_" + Guid.CreateVersion7().ToString("N");
        await DoAsync(connectionString, $"create database {name} collate Modern_Spanish_CI_AS");
        var database = Database.SqlServer(new SqlConnectionStringBuilder(connectionString) { InitialCatalog = name, MaxPoolSize = 5 }.ToString());
        var clock = new StandingClock();
        await new Migrator(database).MigrateAsync(clock);
        return new BenchDatabase("", database, await ManyCountries.FillAsync(database, clock, countries, initiativesEach))
        {
            _drop = () => DoAsync(connectionString, $"drop database {name}"),
        };
    }

    /// <summary>The gate of an analyst of the secretariat, added now.</summary>
    public async Task<Gate> AnalystAsync()
    {
        var (clock, caller) = (new StandingClock(), new Caller());
        caller.Is(Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var people = await new Gate(Database, new Caller(), clock).ForJob(JobName.Load).EditPeopleAsync();
        var row = new { Id = caller.PersonId, caller.SessionId, GrantId = Guid.CreateVersion7() };
        foreach (var sql in (PlatformSql[])[HistoryProof.AddPerson, HistoryProof.AddGrant, HistoryProof.AddSession]) await people.WriteAsync(sql, row);
        await people.CommitAsync();
        return new Gate(Database, caller, clock);
    }

    private Func<Task>? _drop;

    public async ValueTask DisposeAsync()
    {
        if (Database.Kept is { } kept) await kept.CloseAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        SqlConnection.ClearAllPools();
        if (_drop is not null) await _drop();
        else Directory.Delete(_folder, recursive: true);
    }

    private static async Task DoAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
