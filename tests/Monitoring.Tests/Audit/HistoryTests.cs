using Monitoring.Web.Audit;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.Audit;

public sealed class HistoryTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task History_tells_who_changed_what_from_what_to_what_and_only_of_the_own_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Mexico, "MX-ONE");
        var id = await ChangedAsync(world);
        await world.InitiativeAsync(World.Honduras, "HN-OTHER");

        var all = await ListAsync(world, new());
        all.Page.Rows.ShouldAllBe(l => !l.Label.StartsWith("MX"));
        var one = await ListAsync(world, new("HN-ONE", HistorySubject.Initiative));
        var change = one.Page.Rows[0];
        (change.PersonName, change.Action, change.Label, change.SubjectId).ShouldBe((Focal.Name, ChangeAction.Edited, "HN-ONE", id));
        var field = one.Fields[change.LinkNo].ShouldHaveSingleItem();
        (field.Field, field.OldValue, field.NewValue, field.OldMark, field.OldSource).ShouldBe(("Stage", "Implementation", "Completed", Mark.Stated, "1-9"));
        one.Page.Rows.Select(l => l.Label).Distinct().ShouldHaveSingleItem();
        (await ListAsync(world, new("MX-ONE"))).Page.Rows.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task An_earlier_value_comes_back_as_a_new_change(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await ChangedAsync(world);
        var history = await ListAsync(world, new("HN-ONE"));
        var link = history.Page.Rows[0].LinkNo;

        (await Restore(world, Focal).RunAsync(World.Honduras, link, 1)).ShouldBe(SaveOutcome.Saved);

        var now = (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!.Initiative;
        (now.Stage, now.Version).ShouldBe((InitiativeStage.Implementation, 3));
        (await ListAsync(world, new("HN-ONE"))).Page.Rows[0].Action.ShouldBe(ChangeAction.Restored);
        // Once it is as it was, restoring again changes nothing.
        (await Restore(world, Focal).RunAsync(World.Honduras, link, 1)).ShouldBe(SaveOutcome.Saved);
        (await world.Behind.ScalarAsync<int>("select Version from Initiative where Code = 'HN-ONE'")).ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task A_due_date_comes_back_without_asking_why(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1", "2021-11-20");
        var gate = world.As(Focal);
        var step = (await new ListNextSteps(gate, world.Clock).RunAsync(World.Honduras, new(StepFilter.All), null, 1)).Page.Rows.Single();
        await new SaveNextStep(gate).RunAsync(World.Honduras, NextStepDraft.Of(step) with { DueOn = new DateOnly(2021, 11, 1) });
        var link = (await ListAsync(world, new("HN-ONE", HistorySubject.NextStep))).Page.Rows[0].LinkNo;
        (await Restore(world, Focal).RunAsync(World.Honduras, link, 1)).ShouldBe(SaveOutcome.Saved);
        (await new ListNextSteps(gate, world.Clock).RunAsync(World.Honduras, new(StepFilter.All), null, 1)).Page.Rows.Single().DueOn.ShouldBe(new DateOnly(2021, 11, 20));
    }

    [Theory, EveryDatabase]
    public async Task A_reader_restores_nothing_and_a_foreign_link_is_not_there(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await ChangedAsync(world);
        var link = (await ListAsync(world, new("HN-ONE"))).Page.Rows[0].LinkNo;
        var observer = World.Person(Role.Observer, World.Honduras);
        await Should.ThrowAsync<AccessRefusedException>(() => Restore(world, observer).RunAsync(World.Honduras, link, 1));
        (await Restore(world, World.FocalPoint(World.Mexico)).RunAsync(World.Mexico, link, 1)).ShouldBe(SaveOutcome.NotFound);
    }

    [Fact]
    public void A_label_leads_to_its_initiative()
    {
        HistoryRules.InitiativeOf("NextStep", "HN-MAHE-N2").ShouldBe("HN-MAHE");
        HistoryRules.InitiativeOf("Result", "MX-PNDH-R01").ShouldBe("MX-PNDH");
        HistoryRules.InitiativeOf("InitiativeItem", "HN-ART · Stronger cohesion").ShouldBe("HN-ART");
        HistoryRules.InitiativeOf("Snapshot", "2021-S1").ShouldBeNull();
    }

    private static async Task<Guid> ChangedAsync(World world)
    {
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        (await new SaveStatus(world.As(Focal)).RunAsync(World.Honduras, new StatusDraft { Id = id, Version = 1, Stage = InitiativeStage.Completed })).Ok.ShouldBeTrue();
        return id;
    }

    private static RestoreValue Restore(World world, TestPerson person)
    {
        var gate = world.As(person);
        return new RestoreValue(gate, new SaveStatus(gate), new SaveNextStep(gate));
    }

    private static Task<History> ListAsync(World world, HistoryFilter filter) => new ListChanges(world.As(Focal)).RunAsync(World.Honduras, filter, 1);
}
