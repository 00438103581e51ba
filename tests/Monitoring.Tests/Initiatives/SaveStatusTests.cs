using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Initiatives;

public sealed class SaveStatusTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_saved_status_is_there_with_who_when_history_and_the_mark_reported(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        world.Clock.Advance(TimeSpan.FromHours(2));

        var saved = await Save(world, Focal, Draft(id) with { Stage = InitiativeStage.Completed, StageNote = "all done" });

        saved.Outcome.ShouldBe(SaveOutcome.Saved);
        (saved.Row!.Stage, saved.Row.StageNote, saved.Row.Version, saved.Row.ChangedBy).ShouldBe((InitiativeStage.Completed, "all done", 2, Focal.Name));
        saved.Row.ChangedAt.ShouldBe(world.Clock.GetUtcNow().UtcDateTime);
        (await world.Behind.ScalarAsync<string>("select Mark from ValueMark where SubjectId = @Id and Field = 'Stage'", new { Id = id })).ShouldBe("Reported");
        (await world.Behind.ScalarAsync<string>("select OldMark from FieldChange where SubjectId = @Id and Field = 'Stage'", new { Id = id })).ShouldBe("Stated");
        (await world.Behind.ScalarAsync<string>("select OldValue from FieldChange where SubjectId = @Id and Field = 'Stage'", new { Id = id })).ShouldBe("Implementation");
    }

    [Theory, EveryDatabase]
    public async Task What_is_changed_after_a_lost_answer_is_written_too(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        InitiativeRow row;
        await using (var db = await world.As(Focal).ReadAsync(World.Honduras)) row = (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = id }))!;
        var edit = new Edit<InitiativeRow, StatusDraft>(row, StatusDraft.Of(row) with { StageNote = "first" });
        var key = edit.Operation;
        async Task<Saved<InitiativeRow>> Lost(StatusDraft draft)
        {
            (await Save(world, Focal, draft)).Ok.ShouldBeTrue();
            throw new DatabaseUnavailableException(new IOException("the answer is lost"));
        }

        (await edit.SaveAsync(Lost)).ShouldBeNull();
        edit.State.ShouldBe(EditState.NotSaved);
        edit.Draft = edit.Draft with { Outlook = Outlook.Blocked };
        (await edit.SaveAsync(d => Save(world, Focal, d))).ShouldNotBeNull();

        (await world.Behind.ScalarAsync<string>("select concat(StageNote, ' ', Outlook) from Initiative where Id = @Id", new { Id = id })).ShouldBe("first Blocked");
        edit.Operation.ShouldBe(key);
    }

    [Theory, EveryDatabase]
    public async Task The_same_again_after_a_lost_answer_is_written_once(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        InitiativeRow row;
        await using (var db = await world.As(Focal).ReadAsync(World.Honduras)) row = (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = id }))!;
        var edit = new Edit<InitiativeRow, StatusDraft>(row, StatusDraft.Of(row) with { StageNote = "first" });
        (await edit.SaveAsync(async d =>
        {
            await Save(world, Focal, d);
            throw new DatabaseUnavailableException(new IOException("the answer is lost"));
        })).ShouldBeNull();
        (await edit.SaveAsync(d => Save(world, Focal, d))).ShouldNotBeNull();
        (await world.Behind.ScalarAsync<int>("select Version from Initiative where Id = @Id", new { Id = id })).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_second_editor_is_not_overwritten_and_the_loser_sees_who_was_first(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, id);
        (await Save(world, contributor, Draft(id) with { Outlook = Outlook.OnTrack })).Ok.ShouldBeTrue();

        var late = await Save(world, Focal, Draft(id) with { Outlook = Outlook.Blocked });

        late.Outcome.ShouldBe(SaveOutcome.Conflict);
        (late.Row!.Outlook, late.Row.ChangedBy, late.Row.Version).ShouldBe((Outlook.OnTrack, contributor.Name, 2));
        (await world.Behind.ScalarAsync<string>("select Outlook from Initiative where Id = @Id", new { Id = id })).ShouldBe("OnTrack");
    }

    [Theory, EveryDatabase]
    public async Task A_retry_of_a_save_whose_answer_was_lost_is_written_once(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var draft = Draft(id) with { Stage = InitiativeStage.Suspended };
        (await Save(world, Focal, draft)).Ok.ShouldBeTrue();
        (await Save(world, Focal, draft)).Ok.ShouldBeTrue();
        (await world.Behind.ScalarAsync<int>("select Version from Initiative where Id = @Id", new { Id = id })).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_contributor_changes_only_their_own(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var own = await world.InitiativeAsync(World.Honduras, "HN-OWN");
        var other = await world.InitiativeAsync(World.Honduras, "HN-OTHER");
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, own);
        (await Save(world, contributor, Draft(own) with { Stage = InitiativeStage.Pilot })).Ok.ShouldBeTrue();
        await Should.ThrowAsync<AccessRefusedException>(() => Save(world, contributor, Draft(other) with { Stage = InitiativeStage.Pilot }));
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_initiative_and_an_absent_one_get_the_same_answer(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var foreign = await world.InitiativeAsync(World.Mexico, "MX-ONE");
        (await Save(world, Focal, Draft(foreign) with { Stage = InitiativeStage.Pilot })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await Save(world, Focal, Draft(Guid.CreateVersion7()) with { Stage = InitiativeStage.Pilot })).Outcome.ShouldBe(SaveOutcome.NotFound);
        await Should.ThrowAsync<AccessRefusedException>(() => new SaveStatus(world.As(Focal)).RunAsync(World.Mexico, Draft(foreign)));
        await Should.ThrowAsync<AccessRefusedException>(() => new SaveStatus(world.As(Focal)).RunAsync(World.Nowhere, Draft(foreign)));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_writes_in_a_suspended_country_and_no_reader_writes_anywhere(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        foreach (var role in (Role[])[Role.Observer, Role.NationalApprover, Role.CountryAdministrator])
            await Should.ThrowAsync<AccessRefusedException>(() => Save(world, World.Person(role, World.Honduras), Draft(id) with { Stage = InitiativeStage.Pilot }));
        await world.SuspendAsync(World.Honduras);
        await Should.ThrowAsync<AccessRefusedException>(() => Save(world, Focal, Draft(id) with { Stage = InitiativeStage.Pilot }));
        (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!.MayEdit.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stage_that_is_none_is_refused_at_its_field()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var saved = await Save(world, Focal, Draft(id) with { Stage = (InitiativeStage)99 });
        (saved.Outcome, saved.Problem!.Field).ShouldBe((SaveOutcome.Refused, "Stage"));
    }

    private static StatusDraft Draft(Guid id) => new() { Id = id, Version = 1, Stage = InitiativeStage.Implementation, Outlook = Outlook.NotAssessed };

    private static Task<Saved<InitiativeRow>> Save(World world, TestPerson person, StatusDraft draft) =>
        new SaveStatus(world.As(person)).RunAsync(World.Honduras, draft);
}
