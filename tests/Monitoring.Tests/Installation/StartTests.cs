using System.Data.Common;
using System.Net;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Monitoring.Tests.Installation;

/// <summary>The README's first command, and what it says when it cannot do what it promises.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("monitoring-start-").FullName;

    private string File => Path.Combine(_data, "monitoring.db");

    [Fact]
    public async Task A_first_start_serves_where_it_is_told_and_a_second_start_keeps_what_was_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        string before;
        await using (var first = StartedProgram.Start(_data))
        {
            using var client = new HttpClient { BaseAddress = await first.ListeningAsync() };
            (await client.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.GetAsync("/no-such-page")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await first.TerminateAsync()).ShouldBe(0, first.Output);
        }
        await using (var behind = await BehindAsync())
        {
            await behind.ExecuteAsync("update Country set NameEn = 'Renamed by somebody' where Code = 'HND'");
            before = await CountsAsync(behind);
        }
        await using (var second = StartedProgram.Start(_data))
        {
            await second.ListeningAsync();
            (await second.TerminateAsync()).ShouldBe(0, second.Output);
        }
        await using (var behind = await BehindAsync())
        {
            (await behind.ExecuteScalarAsync<string>("select NameEn from Country where Code = 'HND'")).ShouldBe("Renamed by somebody");
            (await CountsAsync(behind)).ShouldBe(before);
        }
    }

    [Fact]
    public Task The_demo_is_refused_in_production() =>
        RefusesAsync("Monitoring__Demo", ("ASPNETCORE_ENVIRONMENT", "Production"), ("Monitoring__Demo", "true"));

    [Fact]
    public Task A_database_that_is_neither_of_the_two_is_refused() => RefusesAsync("It is sqlite or sqlserver.", ("Monitoring__Database", "postgres"));

    [Fact]
    public Task Sql_server_without_a_connection_is_refused() =>
        RefusesAsync("ConnectionStrings__Monitoring is not set", ("Monitoring__Database", "sqlserver"));

    [Fact]
    public Task Sql_server_that_does_not_answer_is_said() =>
        RefusesAsync("SQL Server database cannot be used", ("Monitoring__Database", "sqlserver"),
            ("ConnectionStrings__Monitoring", "Server=127.0.0.1,1;User Id=nobody;Password=nothing;Connect Timeout=2;Connect Retry Count=0"));

    [Fact]
    public async Task A_file_that_is_no_database_is_said()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 8192));
        await RefusesAsync("SQLite database cannot be used");
    }

    [Fact]
    public async Task A_locked_database_is_said()
    {
        await using var other = await BehindAsync();
        await other.ExecuteAsync("begin exclusive");
        await RefusesAsync("no other program holds it");
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_said_and_left_alone()
    {
        await new Migrator(Database.Sqlite(File)).MigrateAsync(World.NewClock());
        await using (var behind = await BehindAsync())
            await behind.ExecuteAsync("insert into SchemaJournal (Name, Checksum, AppliedAt) values ('9999_later.sql', 'x', '2031-01-01 00:00:00')");
        SqliteConnection.ClearAllPools();
        var before = await System.IO.File.ReadAllBytesAsync(File);
        await RefusesAsync("newer than this program");
        (await System.IO.File.ReadAllBytesAsync(File)).ShouldBe(before);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_said()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_data, "file"), "");
        await RefusesAsync("Monitoring__DataDirectory", ("Monitoring__DataDirectory", Path.Combine(_data, "file", "below")));
    }

    [Fact]
    public Task An_unreadable_setting_is_said() => RefusesAsync("Monitoring__Demo", ("Monitoring__Demo", "perhaps"));

    [Fact]
    public async Task An_address_in_use_is_said()
    {
        await using var first = StartedProgram.Start(_data);
        var address = await first.ListeningAsync();
        var elsewhere = Directory.CreateDirectory(Path.Combine(_data, "second")).FullName;
        await using var second = StartedProgram.Start(elsewhere, ("ASPNETCORE_URLS", address.ToString()));
        (await second.ExitCodeAsync()).ShouldBe(1, second.Output);
        second.Output.ShouldContain("set ASPNETCORE_URLS to another address");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    // A person who reads the console needs the sentence, not the stack of the program.
    private async Task RefusesAsync(string says, params (string Name, string Value)[] settings)
    {
        await using var program = StartedProgram.Start(_data, settings);
        (await program.ExitCodeAsync()).ShouldBe(1, program.Output);
        program.Output.ShouldContain(says);
        program.Output.ShouldNotContain("   at ");
    }

    private Task<DbConnection> BehindAsync() => Database.Sqlite(File).OpenAsync(CancellationToken.None);

    private static async Task<string> CountsAsync(DbConnection behind)
    {
        var counts = new List<string>();
        foreach (var table in SchemaRules.Tables.Select(t => t.Name))
            counts.Add($"{table} {await behind.ExecuteScalarAsync<long>($"select count(*) from {table}")}");
        return string.Join('\n', counts);
    }
}
