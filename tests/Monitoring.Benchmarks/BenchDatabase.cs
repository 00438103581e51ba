using Monitoring.Tests.Kernel;

namespace Monitoring.Benchmarks;

/// <summary>A SQLite file in the temporary folder with set M's countries and initiatives.</summary>
internal sealed class BenchDatabase : IDisposable
{
    public const int Countries = 20;
    public const int InitiativesEach = 500;

    private readonly string _folder;

    private BenchDatabase(string folder, Database database, ManyCountries world) => (_folder, Database, World) = (folder, database, world);

    public Database Database { get; }

    public ManyCountries World { get; }

    public static async Task<BenchDatabase> OpenAsync(int countries = Countries, int initiativesEach = InitiativesEach)
    {
        var folder = Directory.CreateTempSubdirectory("monitoring-bench-").FullName;
        var database = Database.Sqlite(Path.Combine(folder, "monitoring.db"));
        var clock = new StandingClock();
        await new Migrator(database).MigrateAsync(clock);
        return new BenchDatabase(folder, database, await ManyCountries.FillAsync(database, clock, countries, initiativesEach));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2021, 11, 15, 15, 0, 0, TimeSpan.Zero);
    }
}
