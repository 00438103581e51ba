using System.Diagnostics;
using System.Globalization;
using Monitoring.Web.Initiatives;

namespace Monitoring.Benchmarks;

/// <summary>A save of a status with its history and audit link, and the commit of one row on the same file, turn by turn.</summary>
internal static class SaveTimes
{
    private const int Rounds = 400;
    private const int WarmUp = 30;

    private static readonly CountrySql FirstInitiative = CountrySql.Of(
        "select Id from Initiative where Country = @Country and Position = 1");

    public static async Task<IReadOnlyList<Bar>> RunAsync()
    {
        await using var bench = await BenchDatabase.OpenAsync(countries: 2, initiativesEach: 50);
        var country = bench.World.Codes[0];
        var gate = bench.World.FocalPointOf(country);
        Guid id;
        await using (var db = await gate.ReadAsync(country)) id = await db.OneAsync<Guid>(FirstInitiative);

        var (saves, commits) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Rounds; i++)
        {
            var (save, commit) = (await SaveAsync(gate, country, id, i), await CommitAsync(bench.Database, bench.World.Codes[1]));
            if (i < WarmUp) continue;
            saves.Add(save);
            commits.Add(commit);
        }
        foreach (var (name, times) in new[] { ("The save", saves), ("The commit", commits) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: median {At(times, 0.5):N2} ms, p90 {At(times, 0.9):N2}, p95 {At(times, 0.95):N2}, p98 {At(times, 0.98):N2}, p99 {At(times, 0.99):N2}, most {At(times, 1):N2}"));
        return
        [
            new Bar("save a status, durable and audited: median", "one-row commit on the same file: median", At(saves, 0.5) / At(commits, 0.5), 1.5),
            new Bar("save a status, durable and audited: p99", "one-row commit on the same file: p99", At(saves, 0.99) / At(commits, 0.99), 1.5),
        ];
    }

    private static async Task<double> SaveAsync(Gate gate, CountryCode country, Guid id, int round)
    {
        InitiativeRow row;
        await using (var db = await gate.ReadAsync(country))
            row = await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = id }) ?? throw new InvalidOperationException("The initiative is gone.");
        var draft = StatusDraft.Of(row) with { Outlook = round % 2 == 0 ? Outlook.Delayed : Outlook.OnTrack };
        var watch = Stopwatch.StartNew();
        var saved = await new SaveStatus(gate).RunAsync(country, draft);
        var took = watch.Elapsed.TotalMilliseconds;
        return saved.Ok ? took : throw new InvalidOperationException($"Not saved: {saved.Outcome}.");
    }

    private static async Task<double> CommitAsync(Database database, CountryCode country)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var transaction = Dialect.BeginEdit(connection);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"update Initiative set Version = Version + 1 where Country = '{country.Value}' and Position = 1";
        if (await command.ExecuteNonQueryAsync() != 1) throw new InvalidOperationException("Nothing was written.");
        await transaction.CommitAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double At(List<double> times, double share)
    {
        times.Sort();
        return times[(int)(share * (times.Count - 1))];
    }
}
