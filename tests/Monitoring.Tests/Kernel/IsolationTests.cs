namespace Monitoring.Tests.Kernel;

public sealed class IsolationTests(ITestOutputHelper output)
{
    private const int Reads = 20_000;

    /// <summary>A fiftieth of the bar; the full count runs with <c>dotnet run -c Release --project tests/Monitoring.Benchmarks -- prove</c>.</summary>
    [Theory, EveryDatabase]
    public async Task Nobody_reads_a_row_of_another_country_however_crowded_it_is(Engine engine)
    {
        await using var stage = await TestDatabase.EmptyAsync(engine);
        var world = await ManyCountries.FillAsync(stage.Database, World.NewClock(), countries: 21, initiativesEach: 5);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");

        var outcome = await IsolationProof.RunAsync(world, Reads, seed);

        output.WriteLine(outcome.ToString());
        outcome.Proven.ShouldBeTrue(outcome.ToString());
        (outcome.Reads + outcome.Cancelled).ShouldBe(Reads);
    }
}
