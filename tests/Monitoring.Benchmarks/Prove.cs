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
        var proven = true;
        if (Environment.GetEnvironmentVariable("MONITORING_TEST_SQLSERVER") is { Length: > 0 } server)
        {
            await using var there = await BenchDatabase.OnServerAsync(server, countries: 21, initiativesEach: 5);
            proven &= await IsolatesAsync(there, reads, seed);
        }
        else
        {
            Console.WriteLine("SQL Server: not configured, MONITORING_TEST_SQLSERVER holds no connection string.");
        }
        await using var here = await BenchDatabase.OpenAsync(countries: 21, initiativesEach: 5);
        proven &= await IsolatesAsync(here, reads, seed);
        return proven ? 0 : 1;
    }

    private static async Task<bool> IsolatesAsync(BenchDatabase bench, int reads, int seed)
    {
        Console.WriteLine($"Isolation on {bench.Database.Engine}: 64 tasks, 5 connections, 21 countries, {reads:N0} reads, seed {seed}");
        var outcome = await IsolationProof.RunAsync(bench.World, reads, seed);
        Console.WriteLine(outcome);
        Console.WriteLine(outcome.Proven ? "Proven: not one foreign row." : "NOT PROVEN.");
        return outcome.Proven;
    }
}
