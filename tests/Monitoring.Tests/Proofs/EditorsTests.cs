using ManyCountries = Monitoring.Tests.Kernel.ManyCountries;

namespace Monitoring.Tests.Proofs;

public sealed class EditorsTests(ITestOutputHelper output)
{
    private const int Editors = 16;
    private const int Rounds = 16;

    /// <summary>A part of the bar; 64 editors × 1,000 rounds run with <c>dotnet run -c Release --project tests/Monitoring.Benchmarks -- prove editors</c>.</summary>
    [Theory, EveryDatabase]
    public async Task No_acknowledged_save_is_lost_however_editors_meet(Engine engine)
    {
        await using var stage = await TestDatabase.EmptyAsync(engine);
        var clock = World.NewClock();
        var world = await ManyCountries.FillAsync(stage.Database, clock, countries: 1, initiativesEach: 1);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}, {Editors} editors x {Rounds} rounds");
        var proof = new EditorsProof(() => world.FocalPointOf(world.Codes[0]), world.Codes[0], clock, seed);
        await proof.PrepareAsync();

        var outcome = await proof.RunAsync(Editors, Rounds);

        output.WriteLine(outcome.ToString());
        outcome.Proven.ShouldBeTrue(outcome.ToString());
    }

    [Fact]
    public async Task The_proof_sees_a_lost_update_a_missing_save_and_a_row_that_was_written_by_half()
    {
        await using var stage = await TestDatabase.EmptyAsync(Engine.Sqlite);
        var clock = World.NewClock();
        var world = await ManyCountries.FillAsync(stage.Database, clock, countries: 1, initiativesEach: 1);
        var proof = new EditorsProof(() => world.FocalPointOf(world.Codes[0]), world.Codes[0], clock, seed: 1);
        await proof.PrepareAsync();
        var told = new List<EditorsProof.Ack>();
        await proof.EditAsync(1, 40, told.Add);
        (await proof.FaultsAsync(told)).ShouldBeEmpty();

        (await proof.FaultsAsync([told[0] with { Value = "Never written." }])).ShouldHaveSingleItem().ShouldContain("is not in history");
        await stage.RawAsync("update Result set Text = 'Past the doors.'");
        (await proof.FaultsAsync(told)).ShouldHaveSingleItem().ShouldContain("last written was");
        await stage.RawAsync("update NextStep set Version = Version + 1");
        (await proof.FaultsAsync(told)).Count.ShouldBe(2);
        await stage.RawAsync("update FieldChange set OldValue = 'Another.' where Field = 'StageNote' and OldValue is not null");
        (await proof.FaultsAsync(told)).ShouldContain(f => f.StartsWith("StageNote: 'Another.' was changed where", StringComparison.Ordinal));
    }
}
