using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Monitoring.Web;

namespace Monitoring.Benchmarks;

/// <summary>From the start of the process to the first page, on a database that is loaded, beside a program that only listens.</summary>
internal static class ColdStart
{
    private const int Rounds = 5;

    /// <summary>The floor: Kestrel and one answer.</summary>
    public static async Task BareAsync()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/sign-in", () => "here");
        await app.RunAsync();
    }

    public static async Task<IReadOnlyList<Bar>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("monitoring-cold-").FullName;
        try
        {
            var product = Path.Combine(AppContext.BaseDirectory, typeof(App).Assembly.GetName().Name + ".dll");
            var itself = typeof(ColdStart).Assembly.Location;
            await MeasureAsync(folder, product);
            var (starts, floors, memory) = (new List<double>(), new List<double>(), 0d);
            for (var i = 0; i < Rounds; i++)
            {
                (var start, memory) = await MeasureAsync(folder, product);
                starts.Add(start);
                floors.Add((await MeasureAsync(folder, itself, "bare")).Seconds);
            }
            starts.Sort();
            floors.Sort();
            return
            [
                new Bar("cold start to the first page", "–", starts[Rounds / 2], 1.2, "s"),
                new Bar("cold start to the first page, for scale", "bare Kestrel program", starts[Rounds / 2] / floors[Rounds / 2], double.PositiveInfinity),
                new Bar("memory after the first page", "–", memory, 120, "MiB"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Seconds, double MiB)> MeasureAsync(string folder, params string[] program)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", ["exec", .. program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Monitoring__DataDirectory"] = folder;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("It does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            while (true)
            {
                if (process.HasExited) throw new InvalidOperationException($"{program[0]} ended with {process.ExitCode}.");
                try
                {
                    using var answer = await client.GetAsync("/sign-in");
                    answer.EnsureSuccessStatusCode();
                    break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(5));
                }
            }
            var took = watch.Elapsed.TotalSeconds;
            process.Refresh();
            return (took, process.WorkingSet64 / 1024d / 1024d);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
