using Dapper;
using Microsoft.Data.Sqlite;

namespace Monitoring.Tests.Installation;

/// <summary>The commands <c>migrate</c> and <c>doctor</c> of the built program, on each database.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("monitoring-commands-").FullName;

    [Theory, EveryDatabase]
    public async Task Migrate_makes_the_schema_and_ends_and_doctor_finds_it_well(Engine engine)
    {
        await using var place = await PlaceAsync(engine);
        var (code, said) = await RunAsync(place, "migrate");
        code.ShouldBe(0, said);
        said.ShouldContain("0002_platform.sql");
        (code, said) = await RunAsync(place, "migrate");
        code.ShouldBe(0, said);
        said.ShouldContain("The schema is that of this program.");
        (_, said) = await RunAsync(place, "doctor");
        said.ShouldContain("ok      Schema");
        said.ShouldContain(engine is Engine.Sqlite ? "SQLite has none" : "Row-level security");
    }

    [Fact]
    public async Task Doctor_on_a_sound_installation_ends_with_0_and_names_every_country()
    {
        await using var place = await PlaceAsync(Engine.Sqlite);
        await using (var stage = await ReportWorld.OpenAsync(Engine.Sqlite)) await CopyAsync(stage);
        var (code, said) = await RunAsync(place, "doctor");
        code.ShouldBe(0, said);
        said.ShouldContain("History of HND");
        said.ShouldContain("Snapshots of MEX");
        said.ShouldContain("Every one that a row names is there. 0 taken in and not saved");
        said.ShouldContain("All is well.");
    }

    [Theory]
    [InlineData("update CountryHead set LastLink = LastLink - 1 where Country = 'HND'", "History of HND")]
    [InlineData("update AuditLink set PersonName = 'nobody' where Country = 'MEX' and LinkNo = 1", "History of MEX")]
    [InlineData("update Snapshot set Content = Content || ' ' where Country = 'SLV'", "Snapshots of SLV")]
    [InlineData("update FrozenInitiative set Title = 'forged' where Country = 'MEX'", "Snapshots of MEX")]
    public async Task Doctor_says_what_was_changed_past_the_program_and_ends_with_1(string forgery, string names)
    {
        await using var place = await PlaceAsync(Engine.Sqlite);
        await using (var stage = await ReportWorld.OpenAsync(Engine.Sqlite))
        {
            (await stage.Behind.RawAsync(forgery)).ShouldBeGreaterThan(0);
            await CopyAsync(stage);
        }
        var (code, said) = await RunAsync(place, "doctor");
        code.ShouldBe(1, said);
        said.Split('\n').ShouldContain(l => l.StartsWith("MEND", StringComparison.Ordinal) && l.Contains(names, StringComparison.Ordinal), said);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private async Task CopyAsync(World stage)
    {
        await stage.Behind.RawAsync("pragma wal_checkpoint(truncate)");
        File.Copy(stage.Behind.Path!, Path.Combine(_data, "monitoring.db"));
    }

    private async Task<(int Code, string Said)> RunAsync(Place place, string command)
    {
        await using var program = StartedProgram.Run(command, _data, place.Settings);
        return (await program.ExitCodeAsync(), program.Output);
    }

    // On SQL Server an empty database of its own, because the program is to make the schema.
    private static async Task<Place> PlaceAsync(Engine engine)
    {
        if (engine is Engine.Sqlite) return new Place([], null);
        var name = "MonitoringTest_" + Guid.CreateVersion7().ToString("N");
        await using var server = new Microsoft.Data.SqlClient.SqlConnection(SqlServerDatabases.ConnectionString);
        await server.ExecuteAsync($"create database {name} collate Modern_Spanish_CI_AS");
        return new Place([("Monitoring__Database", "sqlserver"), ("ConnectionStrings__Monitoring", SqlServerDatabases.ConnectionTo(name) + ";Pooling=false")], name);
    }

    private sealed record Place((string Name, string Value)[] Settings, string? Database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Database is null) return;
            await using var server = new Microsoft.Data.SqlClient.SqlConnection(SqlServerDatabases.ConnectionString);
            await server.ExecuteAsync($"drop database {Database}");
        }
    }
}
