using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Monitoring.Web;

namespace Monitoring.Browser.Tests.Stage;

/// <summary>
/// The real program on a port of its own, with the 2021 report and the demo loaded into a data folder of its own: a journey may change
/// what it likes. Loading is done once a run; each app starts on a copy.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Loaded = new(LoadAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-browser-").FullName;
    private Host? _host;

    /// <summary>Like <c>http://127.0.0.1:41234</c>.</summary>
    public Uri Address => _host?.ClientOptions.BaseAddress ?? throw new InvalidOperationException("The app was not started.");

    /// <summary>Started by the first reader, so that nothing runs where there is no browser.</summary>
    public async Task StartAsync()
    {
        if (_host is not null) return;
        await FillAsync(_folder);
        _host = new Host(_folder);
        _host.StartServer();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        Remove(_folder);
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

        public Host(string folder)
        {
            _folder = folder;
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(Environments.Development);
            builder.UseSetting("Monitoring:DataDirectory", _folder);
            builder.UseSetting("Monitoring:Database", "sqlite");
            builder.UseSetting("Monitoring:Demo", "true");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
