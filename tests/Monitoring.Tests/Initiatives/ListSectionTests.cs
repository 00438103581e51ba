using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

public sealed class ListSectionTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task Items_are_added_changed_moved_retired_and_brought_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        foreach (var text in (string[])["first", "second", "third"])
            (await new AddItem(gate).RunAsync(World.Honduras, new ItemDraft { InitiativeId = id, Section = Section.Objective, Text = text })).Ok.ShouldBeTrue();
        (await TextsAsync(world)).ShouldBe(["first", "second", "third"]);

        var items = await ItemsAsync(world);
        (await new SaveItem(gate).RunAsync(World.Honduras, ItemDraft.Of(items[0]) with { Text = "first, better" })).Ok.ShouldBeTrue();
        (await new MoveItem(gate).RunAsync(World.Honduras, id, items[2], up: true)).Ok.ShouldBeTrue();
        (await TextsAsync(world)).ShouldBe(["first, better", "third", "second"]);

        var retire = new RetireItem(gate, world.Clock);
        var retired = await retire.RunAsync(World.Honduras, id, (await ItemsAsync(world))[1]);
        retired.Ok.ShouldBeTrue();
        (await TextsAsync(world)).ShouldBe(["first, better", "second"]);
        (await new SaveItem(gate).RunAsync(World.Honduras, ItemDraft.Of(retired.Row!) with { Text = "no" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await retire.RestoreAsync(World.Honduras, id, retired.Row!)).Ok.ShouldBeTrue();
        (await TextsAsync(world)).ShouldBe(["first, better", "third", "second"]);
        (await world.Behind.ScalarAsync<int>("select count(*) from AuditLink where Subject = 'InitiativeItem' and Action in ('Retired', 'Restored')")).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_contributor_cannot_reach_an_item_of_another_initiative_by_naming_their_own(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var own = await world.InitiativeAsync(World.Honduras, "HN-OWN");
        var other = await world.InitiativeAsync(World.Honduras, "HN-OTHER");
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, own);
        var added = await new AddItem(world.As(Focal)).RunAsync(World.Honduras, new ItemDraft { InitiativeId = other, Section = Section.Challenge, Text = "theirs" });
        var gate = world.As(contributor);

        (await new SaveItem(gate).RunAsync(World.Honduras, ItemDraft.Of(added.Row!) with { InitiativeId = own, Text = "mine" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new RetireItem(gate, world.Clock).RunAsync(World.Honduras, own, added.Row!)).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new MoveItem(gate).RunAsync(World.Honduras, own, added.Row!, up: true)).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await world.Behind.ScalarAsync<string>("select Text from InitiativeItem where Id = @Id", new { added.Row!.Id })).ShouldBe("theirs");
    }

    [Fact]
    public async Task Somebody_who_moved_it_meanwhile_is_a_conflict()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        foreach (var text in (string[])["first", "second", "third"])
            await new AddItem(gate).RunAsync(World.Honduras, new ItemDraft { InitiativeId = id, Section = Section.Objective, Text = text });
        var seen = (await ItemsAsync(world))[2];
        (await new MoveItem(gate).RunAsync(World.Honduras, id, seen, up: true)).Ok.ShouldBeTrue();
        (await new MoveItem(gate).RunAsync(World.Honduras, id, seen, up: true)).Outcome.ShouldBe(SaveOutcome.Conflict);
        (await TextsAsync(world)).ShouldBe(["first", "third", "second"]);
    }

    private static async Task<List<ItemRow>> ItemsAsync(World world) =>
        [.. (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!.Items[Section.Objective]];

    private static async Task<List<string>> TextsAsync(World world) => (await ItemsAsync(world)).Select(i => i.Text).ToList();
}
