using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Indicators;

public sealed class IndicatorPageTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Fact]
    public async Task Values_are_typed_a_wrong_one_is_told_at_its_cell_and_the_rest_is_saved_once_it_is_right()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "?period=2021-S2&edit=values");
        await page.Find("#values-form-All-0-0").ChangeAsync("38");
        await page.Find("#values-form-Female-0-0").ChangeAsync("-3");
        page.Find("#values-form-Female-0-0").GetAttribute("aria-invalid").ShouldBe("true");
        page.Find("#values-form-Female-0-0-problem").TextContent.ShouldContain("without a sign");
        await page.Find("#values-form").SubmitAsync();
        (await ReadAsync(world)).Values.ShouldBeEmpty();
        await page.Find("#values-form-Female-0-0").ChangeAsync("1.234");
        var choice = page.Find("#values-form-Female-0-0-problem button");
        choice.TextContent.ShouldBe("1,234");
        page.Find("#values-form-Female-0-0-problem").TextContent.ShouldContain("only whole numbers fit here");
        await page.Find("#values-form-Female-0-0").ChangeAsync("NC");
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".notice").TextContent.ShouldContain("Values saved: 2."));
        (await ReadAsync(world)).Values.Select(v => (v.Sex, v.State, v.Value)).ShouldBe([(Sex.All, ValueState.Reported, 38m), (Sex.Female, ValueState.NotCollected, (decimal?)null)], ignoreOrder: true);
        page.Find("#period").TextContent.ShouldContain("Not collected");
        await page.Find(".notice .link-button").ClickAsync(new());
        (await ReadAsync(world)).Of(PeriodRules.Read("2021-S2")!).ShouldBeEmpty();
        page.WaitForAssertion(() => page.Find("#period").TextContent.ShouldNotContain("38"));
    }

    [Fact]
    public async Task A_pasted_block_is_shown_cell_by_cell_and_taken_whole()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "?period=2021-S2&edit=values");
        await page.Find("[data-paste-anchor]").ChangeAsync("1,1");
        await page.Find("#paste-block").ChangeAsync("1\t2\n3\tx\n");
        page.FindAll(".preview tbody tr").Count.ShouldBe(4);
        page.Find(".preview .button").HasAttribute("disabled").ShouldBeTrue();
        page.Find("#values-form-Female-1-0").GetAttribute("value").ShouldBe("");
        await page.Find("#paste-block").ChangeAsync("1\t2\n3\t4\n");
        await page.Find(".preview .button").ClickAsync(new());
        page.Find("#values-form-Female-1-0").GetAttribute("value").ShouldBe("1");
        page.Find("#values-form-Male-2-0").GetAttribute("value").ShouldBe("4");
        page.FindAll(".preview").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_block_with_its_headings_is_taken_without_them_and_says_what_looks_odd_before_it_is()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "?period=2021-S2&edit=values");
        await page.Find("#paste-block").ChangeAsync("Edad\tTotal\t\"Mujeres\ny niñas\"\nTodas las edades\t10\t11\n");
        page.Find(".left-out").TextContent.ShouldBe("Left out as headings: Edad · Total · Mujeres y niñas · Todas las edades");
        page.FindAll(".preview tbody tr").Count.ShouldBe(2);
        page.Find(".preview tbody tr").TextContent.ShouldContain("the parts by sex come to 11, more than the total of 10");
        await page.Find("#paste-head-columns").ChangeAsync(false);
        page.Find(".preview .button").HasAttribute("disabled").ShouldBeTrue();
        await page.Find("#paste-head-columns").ChangeAsync(true);
        await page.Find(".preview .button").ClickAsync(new());
        page.Find("#values-form-Female-0-0").GetAttribute("value").ShouldBe("11");
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".warnings").TextContent.ShouldContain("come to 11"));
        await page.Find("#values-form-Reason").ChangeAsync("One was counted twice.");
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".notice").TextContent.ShouldContain("Values saved: 2."));
    }

    [Fact]
    public async Task Two_who_fill_the_same_cell_see_both_values_and_decide()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "?period=2021-S2&edit=values");
        await page.Find("#values-form-All-0-0").ChangeAsync("38");
        await page.Find("#values-form-Female-0-0").ChangeAsync("12");
        var sheet = await ReadAsync(world);
        await new SaveValues(world.As(Focal), world.Clock).RunAsync(World.Honduras, new ValuesDraft
        {
            IndicatorId = sheet.Indicator.Id,
            DefinitionNo = 1,
            Period = PeriodRules.Read("2021-S2")!,
            Cells = [new CellEntry(CellKey.TotalOf(CellKey.All), 0, new CellValue { Value = 40 })],
        });
        await page.Find("#values-form").SubmitAsync();
        var panel = page.Find(".conflict");
        panel.TextContent.ShouldContain("38");
        panel.TextContent.ShouldContain("40");
        panel.TextContent.ShouldContain(Focal.Name);
        await page.FindAll(".conflict input")[1].ChangeAsync(true);
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll(".conflict").ShouldBeEmpty());
        (await ReadAsync(world)).Values.ToDictionary(v => v.Sex, v => v.Value).ShouldBe(new Dictionary<Sex, decimal?> { [Sex.All] = 40, [Sex.Female] = 12 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_period_of_an_accepted_report_says_why_it_is_locked_and_a_reader_is_offered_no_edit()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        var page = Open(stage, "", "HN-MAHE-I1");
        page.Find("#values").TextContent.ShouldContain("27");
        page.FindAll("button").ShouldBeEmpty();
        var locked = Open(stage, "?period=2019", "HN-MAHE-I1");
        locked.Find(".locked").TextContent.ShouldContain("2021-S1");
    }

    [Fact]
    public async Task A_future_period_is_refused_at_the_field()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "");
        await page.Find("#other-period").ChangeAsync("2022");
        await page.Find(".other-period").SubmitAsync();
        page.Find("#other-period-error").TextContent.ShouldContain("has not begun");
        await page.Find("#other-period").ChangeAsync("soon");
        await page.Find(".other-period").SubmitAsync();
        page.Find("#other-period-error").TextContent.ShouldContain("2021-S2");
    }

    [Fact]
    public async Task A_changed_definition_shows_what_it_does_before_it_is_saved()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "");
        await page.Find("#definition button").ClickAsync(new());
        page.Find(".effect").TextContent.ShouldContain("the values continue under the new version");
        await page.Find("#definition-form-Unit").ChangeAsync("families");
        page.Find(".effect").TextContent.ShouldContain("What is counted changes");
        await page.Find("#definition-form-Target").ChangeAsync("twenty");
        await page.Find("#definition-form").SubmitAsync();
        page.Find("#definition-form-Target-error").TextContent.ShouldContain("Digits only");
        await page.Find("#definition-form-Target").ChangeAsync("20");
        await page.Find("#definition-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#definition").TextContent.ShouldContain("Version 2"));
    }

    [Fact]
    public async Task The_grid_asks_what_the_definition_asks_and_what_was_reported_otherwise_stays_readable()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var indicator = (await ReadAsync(world)).Indicator;
        await new SaveValues(world.As(Focal), world.Clock).RunAsync(World.Honduras, new ValuesDraft
        {
            IndicatorId = indicator.Id,
            DefinitionNo = 1,
            Period = PeriodRules.Read("2021-S2")!,
            Cells = [new CellEntry(CellKey.TotalOf(CellKey.All), 0, new CellValue { Value = 38 }), new CellEntry(new CellKey(Sex.Female, "60+", CellKey.All), 0, new CellValue { Value = 17 })],
        });
        var page = Open(stage, "?period=2021-S2");
        page.FindAll(".not-asked").ShouldBeEmpty();
        await page.Find("#definition button").ClickAsync(new());
        page.Find("#breakdown-sex").HasAttribute("checked").ShouldBeTrue();
        await page.Find("#breakdown-age").ChangeAsync(false);
        page.Find(".effect").TextContent.ShouldContain("no longer be asked for: 1.");
        await page.Find("#definition-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#definition").TextContent.ShouldContain("Version 2"));
        page.Find("#period .not-asked").TextContent.ShouldContain("17");
        page.Find("#period .table-frame").TextContent.ShouldNotContain("60+");
        await page.Find("#period button").ClickAsync(new());
        page.FindAll("#values-form tbody tr").Count.ShouldBe(1);
        page.FindAll("#values-form-Female-0-0").Count.ShouldBe(1);
        await page.Find("#values-form button.quiet[type=button]:not(.small)").ClickAsync(new());
    }

    [Fact]
    public async Task What_has_no_breakdown_is_one_field_and_a_share_two()
    {
        await using var world = await World.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var add = new AddIndicator(world.As(Focal));
        await add.RunAsync(World.Honduras, new IndicatorDraft { Code = "HN-C", Name = "Communities covered", ContentLanguage = "en", Unit = "communities" });
        await add.RunAsync(World.Honduras, new IndicatorDraft { Code = "HN-S", Name = "Share of offices", ContentLanguage = "en", Kind = IndicatorKind.Ratio });
        var page = Open(stage, "?period=2021-S2&edit=values", "HN-C");
        page.FindAll("#values-form input:not([type=hidden])").Count.ShouldBe(1);
        page.FindAll("#values-form .paste").ShouldBeEmpty();
        page.FindAll(".groups").ShouldBeEmpty();
        await page.Find("#values-form-All-0-0").ChangeAsync("4");
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#period").TextContent.ShouldContain("4"));
        var share = Open(stage, "?period=2021-S2&edit=values", "HN-S");
        await share.Find("#values-form-All-0-0").ChangeAsync("0");
        await share.Find("#values-form-All-0-1").ChangeAsync("0");
        await share.Find("#values-form").SubmitAsync();
        share.WaitForAssertion(() => share.Find(".warnings").TextContent.ShouldContain("the whole is 0"));
    }

    private static async Task<World> NewAsync()
    {
        var world = await World.OpenAsync();
        await new AddIndicator(world.As(Focal)).RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-I1", Name = "Persons reached", Unit = "persons", BySex = true, ByAge = true });
        return world;
    }

    private static async Task<IndicatorSheet> ReadAsync(World world) => (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-I1"))!;

    private static IRenderedComponent<IndicatorPage> Open(PageStage stage, string query, string code = "HN-I1")
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"/hnd/indicators/{code}{query}");
        var page = stage.Render<IndicatorPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, code));
        page.WaitForAssertion(() => page.Find("#values"));
        return page;
    }
}
