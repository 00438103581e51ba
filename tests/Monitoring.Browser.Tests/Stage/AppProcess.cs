using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Monitoring.Browser.Tests.Stage;

/// <summary>The real program as a process of its own, which can be killed and started again on the same data and address.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-process-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    /// <summary>The embedded database's file.</summary>
    public string DatabaseFile => Path.Combine(_folder, "monitoring.db");

    public static async Task<AppProcess> StartAsync()
    {
        var app = new AppProcess();
        await RunningApp.FillAsync(app._folder);
        await app.StartAgainAsync();
        return app;
    }

    /// <summary>Starts it on what is there; returns when it serves.</summary>
    public async Task StartAgainAsync()
    {
        var web = typeof(Monitoring.Web.App).Assembly.Location;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var root = Root();
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(root, "src", "Monitoring.Web", "bin", configuration, "net10.0", Path.GetFileName(web))])
        {
            WorkingDirectory = Path.Combine(root, "src", "Monitoring.Web"),
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Monitoring__DataDirectory"] = _folder;
        start.Environment["Monitoring__Demo"] = "true";
        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient();
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Patience)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/sign-in"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
        throw new InvalidOperationException("The program does not serve.");
    }

    /// <summary>As by kill -9: it has no moment to write anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        RunningApp.Remove(_folder);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Monitoring.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not stand in the source tree.");
    }
}
