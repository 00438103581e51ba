using Bunit;
using Monitoring.Tests.Region;
using Monitoring.Tests.Reports;
using Monitoring.Web.Indicators;
using Monitoring.Web.Region.Checklists;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Indicators;

/// <summary>A rung of the region's ladder that a country's law does not have is not applicable, and nowhere a no.</summary>
public sealed class RungsNotApplicableTests
{
    private const string OneChamber = "passed one chamber";
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task It_is_answered_with_its_reason_and_brought_back(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var save = new SaveCommonAnswer(world.As(Focal), world.Clock);
        var draft = CommonAnswerDraft.Of(await AnswerAsync(world), 1) with { RungsNotApplicable = OneChamber, Text = null };
        async Task<(string?, string?)> Refused(CommonAnswerDraft d) => (await save.RunAsync(World.Honduras, d)).Problem is { } p ? (p.Field, p.TextKey) : (null, null);
        (await Refused(draft)).ShouldBe(("Text", "Required"), "why?");
        (await Refused(draft with { Text = "x", RungsNotApplicable = draft.Rung })).ShouldBe(("RungsNotApplicable", "RungIsHere"));
        var saved = (await save.RunAsync(World.Honduras, draft with { Text = "One chamber.", RungsNotApplicable = $"passed\nin orbit\n{OneChamber}" })).Row!;
        (saved.Rung, saved.RungsNotApplicable).ShouldBe((draft.Rung, $"{OneChamber}\npassed"), "those of the ladder, in its order");
        (await new RestoreCommonAnswer(world.As(Focal), save).RunAsync(World.Honduras, saved.Id, new Dictionary<string, string?> { ["RungsNotApplicable"] = OneChamber }, default)).ShouldBe(SaveOutcome.Saved);
        (await AnswerAsync(world)).RungsNotApplicable.ShouldBe(OneChamber);
        // What is not a rung at all has none that does not apply.
        (await save.RunAsync(World.Honduras, CommonAnswerDraft.Of(await AnswerAsync(world), 1) with { State = ValueState.NotCollected })).Row!.RungsNotApplicable.ShouldBeNull();
    }

    [Fact]
    public async Task The_country_ticks_it_on_its_page_and_reads_it_there()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = stage.Render<CommonIndicatorsPage>(p => p.Add(x => x.Country, "hnd"));
        page.WaitForAssertion(() => page.Markup.ShouldContain("RC1"));
        await page.FindAll(".link-button").First(b => b.TextContent.Contains("RC1", StringComparison.Ordinal)).ClickAsync(new());
        await page.FindAll("#common-RC1-1 fieldset label").Single(l => l.TextContent.Contains(OneChamber, StringComparison.Ordinal)).QuerySelector("input")!.ChangeAsync(true);
        await page.Find("#common-RC1-1-Text").ChangeAsync("One chamber.");
        await page.Find("#common-RC1-1").SubmitAsync();
        page.WaitForAssertion(() => page.Markup.ShouldContain("Do not apply:"));
        (await AnswerAsync(world)).RungsNotApplicable.ShouldBe(OneChamber);
    }

    [Theory, EveryDatabase]
    public async Task The_region_and_the_sheet_say_it_from_approval_on_and_after_acceptance(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        await world.Behind.RawAsync("update Initiative set Outlook = 'OnTrack' where Country = 'HND'");
        (await new SaveCommonAnswer(world.As(Focal), world.Clock).RunAsync(World.Honduras, CommonAnswerDraft.Of(await AnswerAsync(world), 1) with { RungsNotApplicable = OneChamber, Text = "One chamber." })).Ok.ShouldBeTrue();
        await using var reader = new Reader(world);
        (await RowAsync(reader)).ShouldNotContain("not applicable", Case.Sensitive, "nothing unapproved leaks upward");
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Approved);
        (await RowAsync(reader)).ShouldContain("not applicable");
        (await report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept)).Ok.ShouldBeTrue();
        (await RowAsync(reader)).ShouldContain("not applicable");
        (await reader.OverviewAsync()).Common.Single(c => c.Indicator.Code == "RC1").Of(World.Honduras)[0].StepsNotApplicable.ShouldBe([OneChamber]);
    }

    // The row of the rung, without the sentence above it that says that a rung can be so.
    private static async Task<string> RowAsync(Reader reader)
    {
        var page = await reader.HtmlAsync<RegionChecklistsPage>("/region/checklists");
        var row = page[page.IndexOf($">{OneChamber}<", StringComparison.Ordinal)..];
        return row[..row.IndexOf("</tr>", StringComparison.Ordinal)];
    }

    private static async Task<CommonAnswerRow> AnswerAsync(World world) =>
        (await new ListCommonIndicators(world.As(Focal)).RunAsync(World.Honduras)).Sheets.Single(s => s.Definition.Code == "RC1").Answers.Single();
}
