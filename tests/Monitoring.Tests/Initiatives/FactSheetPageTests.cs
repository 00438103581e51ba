using Bunit;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

public sealed class FactSheetPageTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Fact]
    public async Task The_sections_stand_in_the_order_of_the_report_and_name_what_is_missing()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "HN-MAHE");
        page.FindAll("article > section").Select(s => s.Id).ShouldBe([
            "summary", "status", "scope", "institutions", "target", "objective", "component", "relatedproduct", "enablingelement", "challenge",
            "improvementneed", "results", "steps", "commitments", "indicators", "budgetfact", "budget"]);
        page.Find("#improvementneed").TextContent.ShouldContain("not reported");
        page.Find("#budget").TextContent.ShouldContain("no amount reported");
        page.Find("#indicator-HN-MAHE-I3").TextContent.ShouldContain("17/38 = 44.7 %");
        page.Find("#step-HN-MAHE-N2").TextContent.ShouldContain("filed under results in the source");
        page.Find("#summary p .given").GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task A_status_is_saved_in_place_told_and_taken_back()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "HN-ONE");
        await page.Find("#status button").ClickAsync(new());
        await page.Find("#status-form-Outlook").ChangeAsync("Blocked");
        await page.Find("#status-form").SubmitAsync();

        page.Find("#status .facts").TextContent.ShouldContain("Blocked");
        page.Find("#status .changed").TextContent.ShouldContain(Focal.Name);
        page.Find("[role=status] .notice p").TextContent.ShouldBe("Status saved.");
        await page.Find(".notice .link-button").ClickAsync(new());
        page.Find("#status .facts").TextContent.ShouldContain("Not assessed");
    }

    [Fact]
    public async Task Two_who_changed_the_same_field_see_both_versions_and_decide()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, id);
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "HN-ONE");
        await page.Find("#status button").ClickAsync(new());
        await page.Find("#status-form-Outlook").ChangeAsync("Blocked");
        await new SaveStatus(world.As(contributor)).RunAsync(World.Honduras,
            new StatusDraft { Id = id, Version = 1, Stage = InitiativeStage.Pilot, Outlook = Outlook.OnTrack });

        await page.Find("#status-form").SubmitAsync();
        var panel = page.Find(".conflict");
        panel.TextContent.ShouldContain(contributor.Name);
        panel.TextContent.ShouldContain("On track");
        panel.TextContent.ShouldContain("Blocked");
        page.Find("#status-form button[type=submit]").HasAttribute("disabled").ShouldBeTrue();

        await page.FindAll(".conflict input")[0].ChangeAsync(true);
        await page.Find("#status-form").SubmitAsync();
        var facts = page.Find("#status .facts").TextContent;
        facts.ShouldContain("Blocked");
        // Only the other person touched the stage: theirs stays.
        facts.ShouldContain("Pilot");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_leaves_the_form_as_it_was()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var caller = new Caller();
        caller.Is(Focal.Id, Focal.SessionId);
        await using var stage = new PageStage(new Gate(Database.Sqlite(world.Behind.Path!, patience: 1), caller, world.Clock), world.Clock);
        var page = Open(stage, "HN-ONE");
        await page.Find("#results button").ClickAsync(new());
        await page.Find("#result-form-Text").ChangeAsync("What took an hour to write");
        await using (var other = await world.Behind.RawAsync())
        await using (Dialect.BeginEdit(other))
            await page.Find("#result-form").SubmitAsync();
        page.Find("#result-form .edit-alert").TextContent.ShouldContain("Not saved");
        page.Find("#result-form-Text").GetAttribute("value").ShouldBe("What took an hour to write");
        await page.Find("#result-form").SubmitAsync();
        page.Find("#result-HN-ONE-R1").TextContent.ShouldContain("What took an hour to write");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_at_its_field_and_stays_there()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "HN-ONE");
        await page.Find("#objective button").ClickAsync(new());
        var text = new string('x', 4001);
        await page.Find("#Objective-form-Text").ChangeAsync(text);
        await page.Find("#Objective-form").SubmitAsync();
        page.Find("#Objective-form-Text-error").TextContent.ShouldBe("4,001 characters; at most 4,000 fit. Please shorten the text.");
        page.Find("#Objective-form-Text").GetAttribute("value").ShouldBe(text);
        page.Find("#Objective-form-Text").GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task A_reader_sees_no_button_and_a_forged_save_changes_nothing()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        var page = Open(stage, "HN-ONE");
        page.FindAll("article button").ShouldBeEmpty();
        await Should.ThrowAsync<AccessRefusedException>(() => new SaveStatus(world.As(World.Person(Role.Observer, World.Honduras)))
            .RunAsync(World.Honduras, new StatusDraft { Id = id, Version = 1, Stage = InitiativeStage.Completed }));
    }

    [Fact]
    public async Task A_right_that_ended_while_writing_saves_nothing_and_keeps_the_text()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "HN-ONE");
        await page.Find("#status button").ClickAsync(new());
        await page.Find("#status-form-StageNote").ChangeAsync("typed");
        await world.EndGrantAsync(Focal);
        await page.Find("#status-form").SubmitAsync();
        page.Find("#status-form").TextContent.ShouldContain("may not change this any more");
        page.Find("#status-form-StageNote").GetAttribute("value").ShouldBe("typed");
        page.FindAll("#status-form button[type=submit]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Postponing_a_step_opens_the_field_for_its_reason()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1", "2021-11-20");
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "HN-ONE");
        await page.Find("#step-HN-ONE-N1 .row-actions button").ClickAsync(new());
        page.FindAll("#form-HN-ONE-N1-Reason").ShouldBeEmpty();
        await page.Find("#form-HN-ONE-N1-DueOn").ChangeAsync("2022-01-31");
        await page.Find("#form-HN-ONE-N1").SubmitAsync();
        page.Find("#form-HN-ONE-N1-Reason-error").TextContent.ShouldNotBeEmpty();
        await page.Find("#form-HN-ONE-N1-Reason").ChangeAsync("Funds arrive in January");
        await page.Find("#form-HN-ONE-N1").SubmitAsync();
        page.Find("#step-HN-ONE-N1").TextContent.ShouldContain("31 Jan 2022");
    }

    private static IRenderedComponent<FactSheetPage> Open(PageStage stage, string code) =>
        stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, code));
}
