using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Monitoring.Tests.Stage;

/// <summary>
/// This test program once more, as a process that migrates a file and nothing else: what two instances do to each other, and what a
/// kill leaves, is only true of processes.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const string Order = "MONITORING_TEST_CHILD";
    // A statement that never ends.
    private const string Hang = "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r;";

    private readonly Process _process;
    private readonly string _path;
    private readonly int _hangAt;

    private ChildProcess(string path, int hangAt)
    {
        (_path, _hangAt) = (path, hangAt);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Under "dotnet test" the process may be the host with the program as its first argument.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        start.Environment[Order] = string.Create(CultureInfo.InvariantCulture, $"{hangAt}|{path}");
        _process = Process.Start(start)!;
    }

    public static ChildProcess Migrate(string path) => new(path, -1);

    /// <summary>Hangs in the transaction of the file with that number, after its last statement.</summary>
    public static ChildProcess MigrateAndHang(string path, int file) => new(path, file);

    /// <summary>True once it hangs in the transaction of its file; false when it ended without, or does not get there in two minutes.</summary>
    public async Task<bool> HangsAsync()
    {
        var started = Stopwatch.StartNew();
        while (!_process.HasExited && started.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(10);
            await using var connection = await Database.Sqlite(_path, patience: 1).OpenAsync(CancellationToken.None);
            try
            {
                // The files before it are committed and somebody writes: that can only be the one that never ends.
                if (await connection.ExecuteScalarAsync<int>("select count(*) from SchemaJournal") != _hangAt) continue;
                await using var nobodyWrites = Dialect.BeginEdit(connection);
            }
            catch (SqliteException e) when (e.SqliteErrorCode is 5)
            {
                return true;
            }
            catch (SqliteException e) when (e.Message.Contains("no such table", StringComparison.Ordinal))
            {
                // Not begun yet.
            }
        }
        return false;
    }

    /// <summary>Waits for its end; the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Kills it, as by kill -9.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Is this process such a child? Then it does its work and has its exit code.</summary>
    internal static async Task<int?> RunAsync()
    {
        if (Environment.GetEnvironmentVariable(Order)?.Split('|', 2) is not [var at, var path]) return null;
        var hangAt = int.Parse(at, CultureInfo.InvariantCulture);
        await new Migrator(Database.Sqlite(path), folder => Migrator.Files(folder, Dialect.Sqlite)
                .Select((f, i) => folder == "schema" && i == hangAt ? f with { Text = f.Text + "\ngo\n" + Hang } : f))
            .MigrateAsync(World.NewClock());
        return 0;
    }
}
