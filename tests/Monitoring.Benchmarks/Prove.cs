using System.Globalization;
using Monitoring.Tests.Kernel;

namespace Monitoring.Benchmarks;

/// <summary>The full counts that would be too long for every test run.</summary>
internal static class Prove
{
    private const int Reads = 1_000_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var reads = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : Reads;
        var seed = Random.Shared.Next();
        using var bench = await BenchDatabase.OpenAsync(countries: 21, initiativesEach: 5);
        Console.WriteLine($"Isolation: 64 tasks, 5 connections, 21 countries, {reads:N0} reads, seed {seed}");
        var outcome = await IsolationProof.RunAsync(bench.World, reads, seed);
        Console.WriteLine(outcome);
        Console.WriteLine(outcome.Proven ? "Proven: not one foreign row." : "NOT PROVEN.");
        return outcome.Proven ? 0 : 1;
    }
}
