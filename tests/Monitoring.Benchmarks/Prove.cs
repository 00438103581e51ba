using System.Globalization;
using Monitoring.Tests.Kernel;
using Monitoring.Tests.Reports;

namespace Monitoring.Benchmarks;

/// <summary>The full counts that would be too long for every test run.</summary>
internal static class Prove
{
    private const int Reads = 1_000_000;

    private const int Histories = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["totals", .. var count]) return await TotalsAsync(count is [var told] ? int.Parse(told, CultureInfo.InvariantCulture) : Histories);
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

    private static async Task<int> TotalsAsync(int histories)
    {
        var seed = Random.Shared.Next(1_000_000_000);
        Console.WriteLine($"Kept totals on SQLite: {histories:N0} random histories, seed {seed}");
        var outcome = await HistoryProof.RunAsync(histories, seed, async live =>
        {
            await using var fresh = await BenchDatabase.OpenAsync(countries: 0, initiativesEach: 0);
            await live(fresh.Database);
        });
        Console.WriteLine(outcome with { Unequal = [] });
        foreach (var unequal in outcome.Unequal.Take(20)) Console.WriteLine(unequal);
        Console.WriteLine(outcome.Proven ? "Proven: every kept total is what its history comes to." : "NOT PROVEN.");
        return outcome.Proven ? 0 : 1;
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
