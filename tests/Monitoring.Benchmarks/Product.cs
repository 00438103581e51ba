using System.Diagnostics;
using Monitoring.Web;

namespace Monitoring.Benchmarks;

/// <summary>The program, or another that listens, as a process of its own.</summary>
internal sealed class Product : IDisposable
{
    private readonly Process _process;

    private Product(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first page.</summary>
    public TimeSpan Start { get; private set; }

    /// <summary>What it takes from the machine now.</summary>
    public double MiB
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024d / 1024d;
        }
    }

    /// <summary>Starts the program on a data folder, with the demo where it is empty; returns when it serves.</summary>
    public static Task<Product> StartAsync(string folder) => StartAsync(folder, Path.Combine(AppContext.BaseDirectory, typeof(App).Assembly.GetName().Name + ".dll"));

    public static async Task<Product> StartAsync(string folder, params string[] program)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", ["exec", .. program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Monitoring__DataDirectory"] = folder;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("It does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"{program[0]} ended with {process.ExitCode}.");
            try
            {
                using var answer = await client.GetAsync("/sign-in");
                answer.EnsureSuccessStatusCode();
                return new Product(process, address) { Start = watch.Elapsed };
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
