using Microsoft.AspNetCore.Builder;

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
            var itself = typeof(ColdStart).Assembly.Location;
            await MeasureAsync(Product.StartAsync(folder));
            var (starts, floors, memory) = (new List<double>(), new List<double>(), 0d);
            for (var i = 0; i < Rounds; i++)
            {
                (var start, memory) = await MeasureAsync(Product.StartAsync(folder));
                starts.Add(start);
                floors.Add((await MeasureAsync(Product.StartAsync(folder, itself, "bare"))).Seconds);
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

    private static async Task<(double Seconds, double MiB)> MeasureAsync(Task<Product> starting)
    {
        using var product = await starting;
        var measured = (product.Start.TotalSeconds, product.MiB);
        await product.KillAsync();
        return measured;
    }
}
