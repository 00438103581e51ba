using System.Diagnostics;
using System.Globalization;
using Monitoring.Tests.Kernel;
using Monitoring.Tests.Proofs;
using Monitoring.Tests.Reports;

namespace Monitoring.Benchmarks;

/// <summary>The full counts that would be too long for every test run. Each proof prints its counts and its seed.</summary>
internal static class Prove
{
    public const string Usage = "isolation [reads] | editors [editors rounds] | kill [cycles] | retries [operations] | totals [histories]";

    private const int Reads = 1_000_000;
    private const int Editors = 64;
    private const int Rounds = 1_000;
    private const int Kills = 200;
    private const int Operations = 20_000;
    private const int Histories = 10_000;

    private static readonly int Seed = Random.Shared.Next();

    public static async Task<int> RunAsync(string[] args)
    {
        var counts = args.Skip(1).Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        if (counts.Any(n => n < 1)) return await WrongAsync();
        switch (args.FirstOrDefault(), counts)
        {
            case (null, _):
                return await IsolationAsync(Reads) & await EditorsAsync(Editors, Rounds) & await KillAsync(Kills) & await RetriesAsync(Operations) & await TotalsAsync(Histories) ? 0 : 1;
            case ("isolation", [] or [_]):
                return await IsolationAsync(counts is [var reads] ? reads : Reads) ? 0 : 1;
            case ("editors", [] or [_, _]):
                return (counts is [var editors, var rounds] ? await EditorsAsync(editors, rounds) : await EditorsAsync(Editors, Rounds)) ? 0 : 1;
            case ("kill", [] or [_]):
                return await KillAsync(counts is [var kills] ? kills : Kills) ? 0 : 1;
            case ("retries", [] or [_]):
                return await RetriesAsync(counts is [var operations] ? operations : Operations) ? 0 : 1;
            case ("totals", [] or [_]):
                return await TotalsAsync(counts is [var histories] ? histories : Histories) ? 0 : 1;
            default:
                return await WrongAsync();
        }
    }

    private static async Task<int> WrongAsync()
    {
        await Console.Error.WriteLineAsync("prove " + Usage);
        return 1;
    }

    private static Task<bool> IsolationAsync(int reads) => OnEachAsync(21, 5, $"Isolation: 64 tasks, 5 connections, 21 countries, {reads:N0} reads", async bench =>
    {
        var outcome = await IsolationProof.RunAsync(bench.World, reads, Seed);
        return (outcome.Proven, outcome.ToString());
    });

    private static Task<bool> EditorsAsync(int editors, int rounds) => OnEachAsync(1, 1, $"Editors: {editors} on one initiative, {rounds:N0} rounds each", async bench =>
    {
        var country = bench.World.Codes[0];
        var proof = new EditorsProof(() => bench.World.FocalPointOf(country), country, new StandingClock(), Seed);
        await proof.PrepareAsync();
        var outcome = await proof.RunAsync(editors, rounds);
        return (outcome.Proven, outcome.ToString());
    });

    // The embedded database only: a server does not die with the program.
    private static async Task<bool> KillAsync(int kills)
    {
        await using var bench = await BenchDatabase.OpenAsync(kills, initiativesEach: 1);
        return await SayAsync($"Kill: a process in which 8 people save is killed {kills} times", bench, async () =>
        {
            var outcome = await new KillProof(bench.Database, bench.Path, bench.World, Seed).RunAsync();
            return (outcome.Proven, outcome.ToString());
        });
    }

    private static Task<bool> RetriesAsync(int operations) => OnEachAsync(1, 1, $"Retries: {operations:N0} saves and additions whose answers get lost", async bench =>
    {
        var outcome = await new RetryProof(() => bench.World.FocalPointOf(bench.World.Codes[0]), bench.World.Codes[0], Seed).RunAsync(operations);
        return (outcome.Proven, outcome.ToString());
    });

    // Each batch of countries has a database of its own.
    private static async Task<bool> TotalsAsync(int histories)
    {
        Console.WriteLine($"Kept totals: {histories:N0} random histories of edits and acceptances, seed {Seed}");
        var outcome = await HistoryProof.RunAsync(histories, Seed, async live =>
        {
            await using var fresh = await BenchDatabase.OpenAsync(countries: 0, initiativesEach: 0);
            await live(fresh.Database);
        });
        Console.WriteLine(outcome with { Unequal = [] });
        foreach (var unequal in outcome.Unequal.Take(20)) Console.WriteLine(unequal);
        Console.WriteLine(outcome.Proven ? "Proven." : "NOT PROVEN.");
        return outcome.Proven;
    }

    private static async Task<bool> OnEachAsync(int countries, int initiativesEach, string what, Func<BenchDatabase, Task<(bool, string)>> prove)
    {
        var proven = true;
        if (Environment.GetEnvironmentVariable("MONITORING_TEST_SQLSERVER") is { Length: > 0 } server)
        {
            await using var there = await BenchDatabase.OnServerAsync(server, countries, initiativesEach);
            proven &= await SayAsync(what, there, () => prove(there));
        }
        else
        {
            Console.WriteLine("SQL Server: not configured, MONITORING_TEST_SQLSERVER holds no connection string.");
        }
        await using var here = await BenchDatabase.OpenAsync(countries, initiativesEach);
        return await SayAsync(what, here, () => prove(here)) && proven;
    }

    private static async Task<bool> SayAsync(string what, BenchDatabase bench, Func<Task<(bool Proven, string Outcome)>> prove)
    {
        Console.WriteLine($"{what}, on {bench.Database.Engine}, seed {Seed}");
        var watch = Stopwatch.StartNew();
        var (proven, outcome) = await prove();
        Console.WriteLine(outcome);
        Console.WriteLine($"{(proven ? "Proven." : "NOT PROVEN.")} {watch.Elapsed.TotalSeconds:N0} s");
        return proven;
    }
}
