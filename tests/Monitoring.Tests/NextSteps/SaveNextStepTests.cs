using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.NextSteps;

public sealed class SaveNextStepTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task Postponing_wants_a_reason_and_history_keeps_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var step = await StepAsync(world, "2021-11-20");
        var later = NextStepDraft.Of(step) with { DueOn = new DateOnly(2022, 1, 31) };

        var refused = await Save(world, Focal, later);
        (refused.Outcome, refused.Problem!.Field).ShouldBe((SaveOutcome.Refused, "Reason"));
        var saved = await Save(world, Focal, later, "Funds arrive in January");

        (saved.Ok, saved.Row!.DueOn, saved.Row.DueMark).ShouldBe((true, new DateOnly(2022, 1, 31), Mark.Reported));
        (await world.Behind.ScalarAsync<string>("select Reason from AuditLink where SubjectId = @Id and Action = 'Edited'", new { step.Id })).ShouldBe("Funds arrive in January");
    }

    [Theory, EveryDatabase]
    public async Task An_earlier_date_and_another_status_want_none(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var step = await StepAsync(world, "2021-11-20");
        (await Save(world, Focal, NextStepDraft.Of(step) with { DueOn = new DateOnly(2021, 11, 18), Status = NextStepStatus.UnderWay })).Ok.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task The_mark_of_the_due_date_changes_only_with_the_date_and_history_keeps_the_old_one(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var step = await StepAsync(world, "2021-11-20");
        await world.Behind.RawAsync("update NextStep set DueMark = 'Illustrative'");
        var done = (await Save(world, Focal, NextStepDraft.Of(step) with { Status = NextStepStatus.Done })).Row!;
        done.DueMark.ShouldBe(Mark.Illustrative);
        (await Save(world, Focal, NextStepDraft.Of(done) with { DueOn = new DateOnly(2021, 11, 1) })).Row!.DueMark.ShouldBe(Mark.Reported);
        (await world.Behind.ScalarAsync<string>("select OldMark from FieldChange where Field = 'DueOn' and SubjectId = @Id", new { step.Id })).ShouldBe("Illustrative");
    }

    [Theory, EveryDatabase]
    public async Task A_step_of_another_initiative_is_not_reached_by_naming_ones_own(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var step = await StepAsync(world, null);
        var own = await world.InitiativeAsync(World.Honduras, "HN-OWN");
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, own);
        (await Save(world, contributor, NextStepDraft.Of(step) with { InitiativeId = own, Text = "mine" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        await Should.ThrowAsync<AccessRefusedException>(() => Save(world, contributor, NextStepDraft.Of(step) with { Text = "mine" }));
    }

    [Theory, EveryDatabase]
    public async Task A_step_is_added_retired_and_brought_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var first = await StepAsync(world, null);
        var gate = world.As(Focal);
        var added = (await new AddNextStep(gate).RunAsync(World.Honduras, new NextStepDraft { InitiativeId = first.InitiativeId, Text = "two", DueOn = new(2021, 12, 1) })).Row!;
        (added.Code, added.DueMark, added.Mark).ShouldBe(("HN-ONE-N2", Mark.Reported, Mark.Reported));
        var retire = new RetireNextStep(gate, world.Clock);
        var retired = (await retire.RunAsync(World.Honduras, added.InitiativeId, added)).Row!;
        (await ListAsync(world, StepFilter.All)).ShouldBe(["HN-ONE-N1"]);
        (await retire.RestoreAsync(World.Honduras, added.InitiativeId, retired)).Ok.ShouldBeTrue();
        (await ListAsync(world, StepFilter.All)).ShouldBe(["HN-ONE-N2", "HN-ONE-N1"]);
    }

    [Theory, EveryDatabase]
    public async Task The_list_tells_overdue_from_soon_by_today(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var step = await StepAsync(world, "2021-11-16");
        await world.NextStepAsync(World.Honduras, step.InitiativeId, "HN-ONE-N2", "2022-06-01");
        (await ListAsync(world, StepFilter.Overdue)).ShouldBeEmpty();
        (await ListAsync(world, StepFilter.Soon)).ShouldBe(["HN-ONE-N1"]);
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await ListAsync(world, StepFilter.Overdue)).ShouldBe(["HN-ONE-N1"]);
        (await ListAsync(world, StepFilter.Soon)).ShouldBeEmpty();
        (await ListAsync(world, StepFilter.Undated)).ShouldBeEmpty();
    }

    private static async Task<List<string>> ListAsync(World world, StepFilter filter) =>
        (await new ListNextSteps(world.As(Focal), world.Clock).RunAsync(World.Honduras, new(filter), null, 1)).Page.Rows.Select(s => s.Code).ToList();

    private static async Task<NextStepRow> StepAsync(World world, string? dueOn)
    {
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1", dueOn);
        return (await new ListNextSteps(world.As(Focal), world.Clock).RunAsync(World.Honduras, new(StepFilter.All), null, 1)).Page.Rows.Single();
    }

    private static Task<Saved<NextStepRow>> Save(World world, TestPerson person, NextStepDraft draft, string? reason = null) =>
        new SaveNextStep(world.As(person)).RunAsync(World.Honduras, draft, reason);
}
