using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Shared;

using StandingClock = Monitoring.Tests.Kernel.StandingClock;

namespace Monitoring.Tests.Proofs;

/// <summary>
/// Forms whose answer is lost, by chance before the database was reached, in the middle, or after it had written, and forms that are sent
/// twice at once; each is sent until it is acknowledged. Each is written once.
/// </summary>
public sealed class RetryProof(Func<Gate> signIn, CountryCode country, int seed)
{
    private const int Tasks = 8;

    private int _lost;
    private int _doubled;

    /// <summary>Proven when there is no fault and answers were lost at all.</summary>
    public sealed record Outcome(int Operations, int AnswersLost, int SentTwice, IReadOnlyList<string> Faults)
    {
        public bool Proven => Faults.Count == 0 && AnswersLost > 0 && SentTwice > 0;

        public override string ToString() => $"{Operations:N0} operations, {AnswersLost:N0} answers lost, {SentTwice:N0} sent twice at once"
            + string.Concat(Faults.Take(10).Select(f => "\n  " + f));
    }

    public async Task<Outcome> RunAsync(int operations)
    {
        var proof = new EditorsProof(signIn, country, new StandingClock(), seed);
        await proof.PrepareAsync();
        var initiative = (await new ReadFactSheet(signIn()).RunAsync(country, EditorsProof.Code))!.Initiative.Id;
        var done = (await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            var (gate, dice, values) = (signIn(), new Random(seed + task), new List<string>());
            for (var i = task; i < operations; i += Tasks)
            {
                var value = $"{task}.{i}";
                await (dice.Next(2) == 0 ? AddAsync(gate, dice, initiative, value) : EditAsync(gate, dice, value));
                values.Add(value);
            }
            return values;
        })))).SelectMany(v => v).ToList();

        var faults = (await proof.FaultsAsync([])).ToList();
        await using var db = await signIn().ReadAsync(country);
        var written = (await db.ListAsync<string>(Written)).ToLookup(v => v);
        faults.AddRange(done.Where(v => written[v].Count() != 1).Select(v => $"{v} was written {written[v].Count()} times"));
        return new Outcome(done.Count, _lost, _doubled, faults);
    }

    private Task AddAsync(Gate gate, Random dice, Guid initiative, string value) => SendAsync(
        new Edit<NextStepRow, NextStepDraft>(null, new NextStepDraft { InitiativeId = initiative, Text = value }), dice,
        (draft, ct) => new AddNextStep(gate).RunAsync(country, draft, ct));

    private async Task EditAsync(Gate gate, Random dice, string value)
    {
        var seen = (await new ReadFactSheet(gate).RunAsync(country, EditorsProof.Code))!.Initiative;
        await SendAsync(new Edit<InitiativeRow, StatusDraft>(seen, StatusDraft.Of(seen) with { StageNote = value }), dice,
            (draft, ct) => new SaveStatus(gate).RunAsync(country, draft, ct: ct));
    }

    // Until it is acknowledged: an answer that was lost is a form that says "not saved" and is sent again.
    private async Task SendAsync<TRow, TDraft>(Edit<TRow, TDraft> edit, Random dice, Func<TDraft, CancellationToken, Task<Saved<TRow>>> save)
        where TRow : Row where TDraft : Draft
    {
        while (await edit.SaveAsync(draft => dice.Next(6) switch
        {
            0 => LostBeforeAsync(),
            1 => LostAfterAsync(() => save(draft, CancellationToken.None)),
            2 => LostInTheMiddleAsync(dice, ct => save(draft, ct)),
            3 => TwiceAsync(() => save(draft, CancellationToken.None)),
            _ => save(draft, CancellationToken.None),
        }) is null)
        {
            if (edit.Failure is { } failure) throw new InvalidOperationException("A save broke.", failure);
            if (edit.State is EditState.Conflict) edit.DecideAll(theirs: false);
        }

        Task<Saved<TRow>> LostBeforeAsync() => throw Lost();

        async Task<Saved<TRow>> LostAfterAsync(Func<Task<Saved<TRow>>> send)
        {
            await send();
            throw Lost();
        }

        async Task<Saved<TRow>> LostInTheMiddleAsync(Random when, Func<CancellationToken, Task<Saved<TRow>>> send)
        {
            using var hurry = new CancellationTokenSource(TimeSpan.FromMicroseconds(when.Next(5_000)));
            try
            {
                await send(hurry.Token);
            }
            catch (Exception) when (hurry.IsCancellationRequested)
            {
                // How far it came is not known.
            }
            throw Lost();
        }

        async Task<Saved<TRow>> TwiceAsync(Func<Task<Saved<TRow>>> send)
        {
            Interlocked.Increment(ref _doubled);
            var both = await Task.WhenAll(Task.Run(send), Task.Run(send));
            return both[0];
        }
    }

    private DatabaseUnavailableException Lost()
    {
        Interlocked.Increment(ref _lost);
        return new DatabaseUnavailableException(new TimeoutException("The answer was lost."));
    }

    private static readonly CountrySql Written = CountrySql.Of(
        "select NewValue from FieldChange where Country = @Country and Field in ('Text', 'StageNote') and NewValue is not null");
}
