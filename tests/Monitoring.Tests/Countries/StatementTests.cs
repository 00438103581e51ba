using Bunit;
using Monitoring.Web.Countries;
using Monitoring.Web.Reports;

namespace Monitoring.Tests.Countries;

public sealed class StatementTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_statement_is_added_with_a_code_changed_taken_out_and_brought_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var draft = new StatementDraft { ContentLanguage = "es", Text = "Una ley.", AxisCode = "A1", HappenedText = "2021-08" };
        (await SaveAsync(world, draft with { AxisCode = "NONE" })).Problem!.Field.ShouldBe("AxisCode");
        var added = (await SaveAsync(world, draft)).Row!;
        (added.Code, added.Mark, added.ContentLanguage).ShouldBe(("HND-P1", Mark.Reported, "es"));
        (await SaveAsync(world, draft)).Row!.Code.ShouldBe("HND-P1", "a retry writes once");
        var saved = (await SaveAsync(world, StatementDraft.Of(added) with { Text = "Dos leyes." })).Row!;
        (await SaveAsync(world, StatementDraft.Of(added) with { Text = "Tres leyes." })).ShouldSatisfyAllConditions(
            s => s.Outcome.ShouldBe(SaveOutcome.Conflict), s => s.Row!.Text.ShouldBe("Dos leyes."));
        var retire = new RetireStatement(world.As(Focal), world.Clock);
        var retired = (await retire.RunAsync(World.Honduras, saved)).Row!;
        (await HomeAsync(world)).Statements.ShouldBeEmpty();
        (await SaveAsync(world, StatementDraft.Of(retired) with { Text = "x" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await SaveAsync(world, draft with { Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7() })).Row!.Code.ShouldBe("HND-P2", "a code is never used twice");
        (await retire.RestoreAsync(World.Honduras, retired)).Ok.ShouldBeTrue();
        (await HomeAsync(world)).Statements.Select(s => s.Code).ShouldBe(["HND-P1", "HND-P2"]);
    }

    [Theory, EveryDatabase]
    public async Task Events_stand_in_the_order_of_time_and_one_that_is_taken_out_is_in_no_report(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var save = new SaveTimelineEvent(world.As(Focal), world.Clock);
        var late = (await save.RunAsync(World.Honduras, Event("2021-08-12"))).Row!;
        var early = (await save.RunAsync(World.Honduras, Event("2006-2016"))).Row!;
        (await HomeAsync(world)).Events.Select(e => e.HappenedText).ShouldBe(["2006-2016", "2021-08-12"]);
        (await save.RunAsync(World.Honduras, TimelineEventDraft.Of(late) with { HappenedText = "2001" })).Row!.Version.ShouldBe(2);
        (await save.RunAsync(World.Honduras, TimelineEventDraft.Of(late) with { HappenedText = "2002" })).Outcome.ShouldBe(SaveOutcome.Conflict);
        (await HomeAsync(world)).Events.Select(e => e.HappenedText).ShouldBe(["2001", "2006-2016"]);
        var retire = new RetireTimelineEvent(world.As(Focal), world.Clock);
        var retired = (await retire.RunAsync(World.Honduras, early)).Row!;
        (await HomeAsync(world)).Events.Select(e => e.HappenedText).ShouldBe(["2001"]);
        (await LivingAsync()).ShouldBe(["2001"]);
        (await retire.RestoreAsync(World.Honduras, retired)).Ok.ShouldBeTrue();
        (await LivingAsync()).Order().ShouldBe(["2001", "2006-2016"]);

        async Task<IEnumerable<string>> LivingAsync()
        {
            await using var db = await world.As(Focal).ReadAsync(World.Honduras);
            return (await db.ListAsync<FrozenTimelineEvent>(FrozenTimelineEvent.Living, null)).Select(e => e.HappenedText);
        }
    }

    [Theory, EveryDatabase]
    public async Task What_the_report_printed_keeps_its_mark_until_it_says_something_else(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var home = await HomeAsync(world);
        var (said, happened) = (home.Statements.Single(s => s.Code == "HN-P3"), home.Events[0]);
        var sorted = (await SaveAsync(world, StatementDraft.Of(said) with { AxisCode = home.Axes[^1].Code })).Row!;
        (sorted.Mark, sorted.SourceLines).ShouldBe((Mark.Stated, "117"));
        var reworded = (await SaveAsync(world, StatementDraft.Of(sorted) with { Text = "Forced displacement is a crime since 2020." })).Row!;
        (reworded.Mark, reworded.SourceLines).ShouldBe((Mark.Reported, null));
        (await world.Behind.ScalarAsync<string>("select OldSource from FieldChange where Field = 'Text' and Subject = 'CountryStatement'", new { })).ShouldBe("117");
        var save = new SaveTimelineEvent(world.As(Focal), world.Clock);
        (await save.RunAsync(World.Honduras, TimelineEventDraft.Of(happened) with { Text = "Another." })).Row!.Mark.ShouldBe(Mark.Reported);
        (await SaveAsync(world, new StatementDraft { ContentLanguage = "en", Text = "New.", AxisCode = said.AxisCode })).Row!.Code.ShouldBe("HN-P5");
    }

    [Theory, EveryDatabase]
    public async Task Only_who_may_edit_the_country_writes_them_and_a_row_of_another_country_is_not_there(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var said = (await SaveAsync(world, new StatementDraft { ContentLanguage = "en", Text = "A law.", AxisCode = "A1" })).Row!;
        var happened = (await new SaveTimelineEvent(world.As(Focal), world.Clock).RunAsync(World.Honduras, Event("2020"))).Row!;
        foreach (var person in World.People.Where(p => p != Focal))
        {
            var gate = world.As(person);
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveStatement(gate, world.Clock).RunAsync(World.Honduras, StatementDraft.Of(said) with { Text = "x" }));
            await Should.ThrowAsync<AccessRefusedException>(() => new RetireStatement(gate, world.Clock).RunAsync(World.Honduras, said));
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, TimelineEventDraft.Of(happened) with { Text = "x" }));
            await Should.ThrowAsync<AccessRefusedException>(() => new RetireTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, happened));
        }
        var mexican = world.As(World.FocalPoint(World.Mexico));
        (await new SaveStatement(mexican, world.Clock).RunAsync(World.Mexico, StatementDraft.Of(said) with { Text = "x" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new RetireStatement(mexican, world.Clock).RunAsync(World.Mexico, said)).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new SaveTimelineEvent(mexican, world.Clock).RunAsync(World.Mexico, TimelineEventDraft.Of(happened) with { Text = "x" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new RetireTimelineEvent(mexican, world.Clock).RunAsync(World.Mexico, happened)).Outcome.ShouldBe(SaveOutcome.NotFound);
    }

    [Theory]
    [InlineData("2021-08-12", "2021-08-12")]
    [InlineData("2021-08", "2021-08-01")]
    [InlineData("2018", "2018-01-01")]
    [InlineData("2006-2016", "2006-01-01")]
    [InlineData("2016-2006", null)]
    [InlineData("2021-13", null)]
    [InlineData("2021-02-30", null)]
    [InlineData("0021", null)]
    [InlineData("August 2021", null)]
    public void A_date_is_a_day_a_month_a_year_or_a_span_of_years(string printed, string? first) =>
        StatementRules.FirstDay(printed)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(first);

    [Fact]
    public void What_has_not_come_yet_has_not_happened()
    {
        var today = new DateOnly(2021, 11, 15);
        StatementRules.Problem(Event("2021-11-15"), today).ShouldBeNull();
        StatementRules.Problem(Event("2021-11-16"), today)!.TextKey.ShouldBe("NotYet");
        StatementRules.Problem(Event("soon"), today)!.TextKey.ShouldBe("WhenForm");
    }

    [Fact]
    public async Task On_the_home_a_statement_is_changed_in_place_and_taken_back_and_a_reader_is_offered_nothing()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await SaveAsync(world, new StatementDraft { ContentLanguage = "en", Text = "A law.", AxisCode = "A1" });
        await using var stage = PageStage.Of(world, Focal);
        var page = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        await page.Find("#statement-HND-P1 .row-actions button").ClickAsync(new());
        await page.Find("#statement-form-Text").ChangeAsync("Two laws.");
        await page.Find("#statement-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#statement-HND-P1").TextContent.ShouldContain("Two laws."));
        await page.Find(".notice .link-button").ClickAsync(new());
        page.WaitForAssertion(() => page.Find("#statement-HND-P1").TextContent.ShouldContain("A law."));
        await page.Find("#timeline .heading button").ClickAsync(new());
        await page.Find("#event-form-HappenedText").ChangeAsync("2999");
        await page.Find("#event-form-Text").ChangeAsync("A study.");
        await page.Find("#event-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#event-form-HappenedText-error").TextContent.ShouldContain("not come yet"));
        await page.Find("#event-form-HappenedText").ChangeAsync("2019");
        await page.Find("#event-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".events li").TextContent.ShouldContain("A study."));
        await page.FindAll(".events .row-actions button")[^1].ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll(".events li").ShouldBeEmpty());

        await using var other = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        var seen = other.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        seen.Find("#statement-HND-P1").TextContent.ShouldContain("A law.");
        seen.FindAll("#statements button, #timeline").ShouldBeEmpty();
    }

    private static TimelineEventDraft Event(string happened) => new() { ContentLanguage = "en", Text = "A study.", HappenedText = happened };

    private static async Task<CountryHome> HomeAsync(World world) => (await new ReadCountryHome(world.As(Focal), world.Clock).RunAsync(World.Honduras))!;

    private static Task<Saved<StatementRow>> SaveAsync(World world, StatementDraft draft) => new SaveStatement(world.As(Focal), world.Clock).RunAsync(World.Honduras, draft);
}
