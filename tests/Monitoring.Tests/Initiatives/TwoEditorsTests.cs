using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Initiatives;

/// <summary>Many editors of one initiative through the form as people use it: whatever was acknowledged is there.</summary>
public sealed class TwoEditorsTests
{
    [Fact]
    public async Task No_acknowledged_save_is_lost_however_editors_meet()
    {
        const int Editors = 8, Rounds = 12;
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var focal = World.FocalPoint(World.Honduras);

        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => Task.Run(() => EditAsync(editor))));

        var saves = acknowledged.Sum();
        saves.ShouldBeGreaterThan(Rounds);
        (await world.Behind.ScalarAsync<int>("select Version from Initiative where Id = @Id", new { Id = id })).ShouldBe(1 + saves);
        // Each value was written on top of the one before: a lost update would break the chain.
        await using var db = await world.As(focal).ReadAsync(World.Honduras);
        var fields = await db.ListAsync<Step>(Chain, new { Id = id });
        foreach (var field in fields.GroupBy(f => f.Field))
            foreach (var (before, after) in field.Zip(field.Skip(1)))
                after.OldValue.ShouldBe(before.NewValue);

        async Task<int> EditAsync(int editor)
        {
            var dice = new Random(seed + editor);
            var gate = world.As(focal);
            var saved = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var seen = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-ONE"))!.Initiative;
                await Task.Yield();
                if (dice.Next(2) == 0)
                {
                    var edit = new Edit<InitiativeRow, StatusDraft>(seen, StatusDraft.Of(seen) with { StageNote = $"{editor}.{round}" });
                    if (await DecideAsync(edit, d => new SaveStatus(gate).RunAsync(World.Honduras, d), dice)) saved++;
                }
                else
                {
                    var edit = new Edit<InitiativeRow, ScopeDraft>(seen, ScopeDraft.Of(seen) with { Length = $"{editor}.{round}" });
                    if (await DecideAsync(edit, d => new SaveScope(gate).RunAsync(World.Honduras, d), dice)) saved++;
                }
            }
            return saved;
        }
    }

    // A clash is decided by chance; whoever takes everything of the other's has nothing left to write.
    private static async Task<bool> DecideAsync<TDraft>(Edit<InitiativeRow, TDraft> edit, Func<TDraft, Task<Saved<InitiativeRow>>> save, Random dice) where TDraft : Draft
    {
        for (var i = 0; i < 50; i++)
        {
            if (await edit.SaveAsync(save) is { } row) return row.Version > edit.Seen!.Version;
            if (edit.State is EditState.Conflict) edit.DecideAll(theirs: dice.Next(3) == 0);
        }
        return false;
    }

    private static readonly CountrySql Chain = CountrySql.Of("""
        select Field, OldValue, NewValue from FieldChange where Country = @Country and SubjectId = @Id order by LinkNo, ChangeNo
        """);

    private sealed record Step
    {
        public string Field { get; init; } = "";
        public string? OldValue { get; init; }
        public string? NewValue { get; init; }
    }
}
