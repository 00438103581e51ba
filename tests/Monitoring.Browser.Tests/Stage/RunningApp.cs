using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Hosting;
using Monitoring.Web;

namespace Monitoring.Browser.Tests.Stage;

/// <summary>
/// The real program on a port of its own, with the 2021 report and the demo loaded into a data folder of its own: a journey may change
/// what it likes. Loading is done once a run; each app starts on a copy. Where <c>MONITORING_TEST_SQLSERVER</c> holds a connection
/// string, each app has an empty database there instead, and loads it itself.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Loaded = new(LoadAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-browser-").FullName;
    private Host? _host;
    private string? _database;

    private static string? Server { get; } = Environment.GetEnvironmentVariable("MONITORING_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    /// <summary>Like <c>http://127.0.0.1:41234</c>.</summary>
    public Uri Address => _host?.ClientOptions.BaseAddress ?? throw new InvalidOperationException("The app was not started.");

    /// <summary>Started by the first reader, so that nothing runs where there is no browser.</summary>
    public async Task StartAsync()
    {
        if (_host is not null) return;
        if (Server is not null)
        {
            _database = "MonitoringBrowser_" + Guid.CreateVersion7().ToString("N");
            await OnServerAsync($"create database {_database} collate Modern_Spanish_CI_AS");
            _host = new Host(_folder, new SqlConnectionStringBuilder(Server) { InitialCatalog = _database }.ToString());
            _host.StartServer();
            return;
        }
        await FillAsync(_folder);
        _host = new Host(_folder);
        _host.StartServer();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        Remove(_folder);
        if (_database is null) return;
        SqlConnection.ClearAllPools();
        await OnServerAsync($"drop database {_database}");
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new SqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Copies the loaded data into <paramref name="folder"/>.</summary>
    internal static async Task FillAsync(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(await Loaded.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(await Loaded.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> LoadAsync()
    {
        var folder = Directory.CreateTempSubdirectory("monitoring-loaded-").FullName;
        await using (var first = new Host(folder)) first.StartServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return folder;
    }

    internal static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Windows keeps a file of SQLite for a moment longer than the app; the temporary folder is swept by the system.
        }
    }

    private sealed class Host : WebApplicationFactory<App>
    {
        private readonly string _folder;
        private readonly string? _sqlServer;

        public Host(string folder, string? sqlServer = null)
        {
            (_folder, _sqlServer) = (folder, sqlServer);
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(Environments.Development);
            builder.UseSetting("Monitoring:DataDirectory", _folder);
            builder.UseSetting("Monitoring:Database", _sqlServer is null ? "sqlite" : "sqlserver");
            builder.UseSetting("ConnectionStrings:Monitoring", _sqlServer);
            builder.UseSetting("Monitoring:Demo", "true");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
