using Dapper;
using Microsoft.Data.Sqlite;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

using ManyCountries = Monitoring.Tests.Kernel.ManyCountries;
using StandingClock = Monitoring.Tests.Kernel.StandingClock;

namespace Monitoring.Tests.Proofs;

/// <summary>
/// A process in which many save at once is killed as by kill -9, again and again: every save that it acknowledged is there, nothing is
/// there by half, and an addition whose answer was lost with the process is there once after it is tried again. A process that dies, not
/// a machine: what the power's going leaves is up to <c>synchronous = full</c> and the disk.
/// </summary>
public sealed class KillProof(Database database, string path, ManyCountries world, int seed)
{
    // So many kills cannot all miss an addition.
    private const int Many = 50;

    // The longest that a child saves before it is killed.
    private const int Longest = 800;

    private readonly List<(CountryCode Country, EditorsProof Proof, List<EditorsProof.Ack> Acks)> _past = [];
    private readonly List<string> _faults = [];

    /// <summary>Proven when there is no fault and something was saved before each kill; of many kills some met an addition.</summary>
    public sealed record Outcome(int Kills, int Acknowledged, int Added, int AnswersLost, int WrittenWithoutAnswer, IReadOnlyList<string> Faults)
    {
        public bool Proven => Faults.Count == 0 && Acknowledged > Kills && Added > 0 && (AnswersLost > 0 || Kills < Many);

        public override string ToString() => $"{Kills} kills, {Acknowledged:N0} saves and {Added:N0} additions acknowledged; {AnswersLost:N0} additions tried "
            + $"again, of which {WrittenWithoutAnswer:N0} had been written" + string.Concat(Faults.Take(10).Select(f => "\n  " + f));
    }

    /// <summary>One kill in each country of the world: what a check reads stays small.</summary>
    public async Task<Outcome> RunAsync()
    {
        var dice = new Random(seed);
        var (added, lost, written) = (0, 0, 0);
        foreach (var country in world.Codes)
        {
            var proof = new EditorsProof(() => world.FocalPointOf(country), country, new StandingClock(), seed);
            await proof.PrepareAsync();
            // The child alone has the file, so that whoever opens it afterwards has to recover it.
            ForgetConnections();
            IReadOnlyList<SavingChild.Told> told;
            await using (var child = new SavingChild(path, country, world.SignInOf(country), seed + _past.Count))
                told = await child.KillAsync(TimeSpan.FromMilliseconds(dice.Next(Longest)));
            var acks = told.Select(t => t.Saved).OfType<EditorsProof.Ack>().ToList();
            _past.Add((country, proof, acks));
            await CheckAsync(country, proof, acks);

            var answered = told.Select(t => t.Added).OfType<Guid>().ToHashSet();
            added += answered.Count;
            var stored = await StepsAsync(country);
            foreach (var draft in told.Select(t => t.Adding).OfType<NextStepDraft>())
            {
                if (answered.Contains(draft.Operation))
                {
                    if (!stored.Contains(draft.Id)) _faults.Add($"{country}: an acknowledged addition is not there ({draft.Operation})");
                    continue;
                }
                lost++;
                if (stored.Contains(draft.Id)) written++;
                if (!(await new AddNextStep(world.FocalPointOf(country)).RunAsync(country, draft)).Ok) _faults.Add($"{country}: {draft.Operation} cannot be tried again");
            }
            var tried = told.Count(t => t.Adding is not null);
            // One was there before.
            var now = await StepsAsync(country);
            if (now.Count != 1 + tried) _faults.Add($"{country}: {tried} additions made {now.Count - 1} rows");
        }
        // What one process left is not lost in what comes after it.
        foreach (var (country, proof, acks) in _past) await CheckAsync(country, proof, acks);
        await using var raw = await database.OpenAsync(CancellationToken.None);
        if (await raw.ExecuteScalarAsync<string>("pragma integrity_check") is not "ok" and var broken) _faults.Add("the file: " + broken);
        if ((await raw.QueryAsync("pragma foreign_key_check")).Any()) _faults.Add("a reference leads nowhere");
        return new Outcome(_past.Count, _past.Sum(p => p.Acks.Count), added, lost, written, _faults);
    }

    private async Task CheckAsync(CountryCode country, EditorsProof proof, List<EditorsProof.Ack> acks) =>
        _faults.AddRange((await proof.FaultsAsync(acks)).Select(fault => $"{country}: {fault}"));

    private async Task<HashSet<Guid>> StepsAsync(CountryCode country) =>
        [.. (await new ReadFactSheet(world.FocalPointOf(country)).RunAsync(country, EditorsProof.Code))!.Steps.Select(s => s.Id)];

    private void ForgetConnections() => SqliteConnection.ClearPool(new SqliteConnection(database.ConnectionString));
}
