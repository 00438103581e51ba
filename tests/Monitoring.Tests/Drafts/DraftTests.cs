using Monitoring.Web.Drafts;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Drafts;

public sealed class DraftTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task Nobody_reaches_the_drafts_of_another_person_or_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var draft = Draft("Mine alone");
        await KeepAsync(world.As(Focal), World.Honduras, draft);
        await KeepAsync(world.As(World.Contributor(World.Honduras)), World.Honduras, draft with { Typed = "Another's" });

        (await ListAsync(world.As(Focal), World.Honduras)).ShouldHaveSingleItem().Typed.ShouldBe("Mine alone");
        await using (var others = await world.As(World.Contributor(World.Honduras)).DraftsAsync(World.Honduras, edit: true))
        {
            await others.ForgetAsync(draft.OperationId);
            await others.CommitAsync();
        }
        (await ListAsync(world.As(Focal), World.Honduras)).ShouldHaveSingleItem().Typed.ShouldBe("Mine alone");
        foreach (var refused in new[] { World.Person(Role.Observer, World.Honduras), World.FocalPoint(World.Mexico), World.Donor })
            await Should.ThrowAsync<AccessRefusedException>(() => world.As(refused).DraftsAsync(World.Honduras, edit: false), refused.Name);
        await Should.ThrowAsync<AccessRefusedException>(() => world.As(Focal).DraftsAsync(World.Mexico, edit: false));
        await Should.ThrowAsync<AccessRefusedException>(() => world.Nobody.DraftsAsync(World.Honduras, edit: false));
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_edit_there_any_more_reaches_no_draft(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await KeepAsync(world.As(Focal), World.Honduras, Draft("typed"));
        await world.SuspendAsync(World.Honduras);
        await Should.ThrowAsync<AccessRefusedException>(() => world.As(Focal).DraftsAsync(World.Honduras, edit: false));
    }

    [Theory, EveryDatabase]
    public async Task A_draft_goes_with_the_save_that_it_became_and_no_other(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        var (mine, other) = (Draft("becomes the note") with { SubjectId = id }, Draft("of another window") with { SubjectId = id });
        await KeepAsync(gate, World.Honduras, mine);
        await KeepAsync(gate, World.Honduras, other);
        var save = new StatusDraft { Id = id, Version = 1, Stage = InitiativeStage.Pilot, StageNote = "becomes the note", Operation = mine.OperationId };
        (await new SaveStatus(gate).RunAsync(World.Honduras, save with { Version = 7 })).Ok.ShouldBeFalse();
        (await ListAsync(gate, World.Honduras)).Count.ShouldBe(2);

        (await new SaveStatus(gate).RunAsync(World.Honduras, save)).Ok.ShouldBeTrue();
        (await ListAsync(gate, World.Honduras)).ShouldHaveSingleItem().Typed.ShouldBe("of another window");
        (await world.Behind.ScalarAsync<int>("select count(*) from AuditLink where Subject = 'FieldDraft'")).ShouldBe(0);
    }

    [Fact]
    public async Task What_somebody_saved_since_is_in_conflict_with_the_draft_and_the_rest_merges()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        async Task<InitiativeRow> NowAsync() => (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-ONE"))!.Initiative;
        var seen = await NowAsync();
        var kept = new KeptDraft
        {
            Operation = Guid.CreateVersion7(),
            SubjectId = id,
            SeenVersion = seen.Version,
            Fields = [new FieldDraft { Field = "StageNote", BeforeText = seen.StageNote, Typed = "mine, typed before" }],
        };
        await new SaveStatus(gate).RunAsync(World.Honduras, StatusDraft.Of(seen) with { StageNote = "theirs, saved since", Outlook = Outlook.Blocked });

        var now = await NowAsync();
        var edit = new Edit<InitiativeRow, StatusDraft>(now, StatusDraft.Of(now)).TakeUp(kept);
        (await edit.SaveAsync(d => new SaveStatus(gate).RunAsync(World.Honduras, d))).ShouldBeNull();
        edit.Clashes.ShouldHaveSingleItem().ShouldBe(new Clash("StageNote", seen.StageNote, "theirs, saved since", "mine, typed before"));
        edit.DecideAll(theirs: false);
        var saved = (await edit.SaveAsync(d => new SaveStatus(gate).RunAsync(World.Honduras, d))).ShouldNotBeNull();
        (saved.StageNote, saved.Outlook).ShouldBe(("mine, typed before", Outlook.Blocked));
    }

    [Theory]
    [InlineData("Text", "  ñ 😀 ", "ñ 😀")]
    [InlineData("Text", "", "")]
    [InlineData("ReportedBy", " ", null)]
    [InlineData("ReportedOn", "2021-03-04", "2021-03-04")]
    [InlineData("ReportedOn", "no date", "2020-01-01")]
    [InlineData("ReportedOn", "", null)]
    [InlineData("Theme", "Risk", "Risk")]
    [InlineData("Theme", "NoSuchTheme", "Training")]
    [InlineData("InitiativeId", "", "00000000-0000-0000-0000-000000000000")]
    public void What_was_typed_is_read_as_its_field_reads_it(string field, string typed, string? expected)
    {
        var draft = new ResultDraft { Text = "before", ReportedBy = "before", ReportedOn = new DateOnly(2020, 1, 1), Theme = ActionTheme.Training };
        TypedText.Put(draft, field, typed);
        TypedText.Of(typeof(ResultDraft).GetProperty(field)!.GetValue(draft)).ShouldBe(expected);
    }

    private static FieldDraft Draft(string typed) => new()
    {
        OperationId = Guid.CreateVersion7(),
        Field = "StageNote",
        Form = "status-form",
        Place = "initiatives/HN-ONE",
        Label = "Update status",
        SubjectId = Guid.CreateVersion7(),
        SeenVersion = 1,
        Typed = typed,
    };

    private static async Task KeepAsync(Gate gate, CountryCode country, FieldDraft draft) =>
        (await new KeepDraft(gate).RunAsync(country, draft)).ShouldNotBeNull();

    private static async Task<IReadOnlyList<FieldDraft>> ListAsync(Gate gate, CountryCode country)
    {
        await using var db = await gate.DraftsAsync(country, edit: false);
        return await db.ListAsync();
    }
}
