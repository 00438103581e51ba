using ManyCountries = Monitoring.Tests.Kernel.ManyCountries;
using StandingClock = Monitoring.Tests.Kernel.StandingClock;

namespace Monitoring.Tests.Proofs;

/// <summary>Parts of the bars; the full counts run with <c>dotnet run -c Release --project tests/Monitoring.Benchmarks -- prove</c>.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 6;
    private const int Operations = 300;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_there_by_half_when_the_process_is_killed()
    {
        await using var stage = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var world = await ManyCountries.FillAsync(stage.Database, new StandingClock(), countries: Kills, initiativesEach: 1);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");

        var outcome = await new KillProof(stage.Database, stage.Path!, world, seed).RunAsync();

        output.WriteLine(outcome.ToString());
        outcome.Proven.ShouldBeTrue(outcome.ToString());
    }

    [Theory, EveryDatabase]
    public async Task A_form_that_is_sent_again_because_its_answer_was_lost_is_written_once(Engine engine)
    {
        await using var stage = await TestDatabase.EmptyAsync(engine);
        var world = await ManyCountries.FillAsync(stage.Database, new StandingClock(), countries: 1, initiativesEach: 1);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");

        var outcome = await new RetryProof(() => world.FocalPointOf(world.Codes[0]), world.Codes[0], seed).RunAsync(Operations);

        output.WriteLine(outcome.ToString());
        outcome.Proven.ShouldBeTrue(outcome.ToString());
    }
}
