using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Indicators;

/// <summary>Cells that were filled in and not saved, and the page opened anew by the same person.</summary>
public sealed class ValuesDraftTests
{
    private const string Half = "?period=2021-S2&edit=values";
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly CellKey Total = CellKey.TotalOf(CellKey.All);
    private static readonly CellKey Women = new(Sex.Female, CellKey.All, CellKey.All);

    [Fact]
    public async Task Cells_typed_and_left_are_offered_back_go_into_the_cells_and_a_save_forgets_them()
    {
        await using var world = await NewAsync();
        await LeaveAsync(world, Half, ("All-0-0", "38"), ("Female-0-0", "nc"), ("Male-3-0", "many"));

        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "?period=2021-S2");
        page.WaitForAssertion(() => page.Find(".draft-offer blockquote").TextContent.ShouldBe("38 · nc · many"));
        await page.Find(".draft-offer .button").ClickAsync(new());
        page.FindAll(".draft-offer").ShouldBeEmpty();
        ValueOf(page, "All-0-0").ShouldBe("38");
        ValueOf(page, "Female-0-0").ShouldBe("nc");
        ValueOf(page, "Male-3-0").ShouldBe("many");
        page.Find("#values-form-Male-3-0-problem").TextContent.ShouldContain("number");
        await page.Find("#values-form-Male-3-0").ChangeAsync("");
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".notice").TextContent.ShouldContain("Values saved: 2."));
        page.WaitForAssertion(() => page.FindAll(".draft-offer").ShouldBeEmpty());
        (await DraftsAsync(world)).ShouldBe(0);
        (await ReadAsync(world)).Values.Select(v => (v.Sex, v.State, v.Value)).ShouldBe([(Sex.All, ValueState.Reported, 38m), (Sex.Female, ValueState.NotCollected, (decimal?)null)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("?period=2021-S1")]
    [InlineData("?period=2021-S2&group=Returnees")]
    public async Task Another_period_or_group_is_not_offered_them(string elsewhere)
    {
        await using var world = await NewAsync();
        await LeaveAsync(world, Half, ("All-0-0", "38"));
        await using var stage = PageStage.Of(world, Focal);
        Open(stage, elsewhere).FindAll(".draft-offer").ShouldBeEmpty();
        Open(stage, "?period=2021-S2").FindAll(".draft-offer").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_home_leads_to_the_period_and_group_in_which_they_were_typed()
    {
        await using var world = await NewAsync();
        await LeaveAsync(world, "?period=2021-S2&group=Niñez%20retornada&edit=values", ("All-0-0", "38"));
        await using var stage = PageStage.Of(world, Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd");
        var home = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        home.Find("#drafts a").GetAttribute("href")!.ShouldStartWith("/hnd/indicators/HN-I1?period=2021-S2&group=Ni%C3%B1ez%20retornada#draft-");
        home.Find("#drafts .place").TextContent.ShouldBe("HN-I1");
    }

    [Fact]
    public async Task A_pasted_block_is_kept_too_and_a_cell_that_is_empty_again_is_not()
    {
        await using var world = await NewAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, Half);
        await page.Find("[data-paste-anchor]").ChangeAsync("1,1");
        await page.Find("#paste-block").ChangeAsync("1\t2\n3\t4\n");
        await page.Find(".preview .button").ClickAsync(new());
        (await DraftsAsync(world)).ShouldBe(4);
        await TypeAsync(page, "Female-1-0", "");
        (await DraftsAsync(world)).ShouldBe(3);
    }

    [Fact]
    public async Task A_cell_that_somebody_saved_since_is_decided_and_not_overwritten()
    {
        await using var world = await NewAsync();
        await LeaveAsync(world, Half, ("All-0-0", "38"), ("Female-0-0", "12"));
        (await SaveAsync(world, Total, 0, 40)).Outcome.ShouldBe(SaveOutcome.Saved);

        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "?period=2021-S2");
        await page.Find(".draft-offer .button").ClickAsync(new());
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".conflict").TextContent.ShouldContain("40"));
        page.Find(".conflict").TextContent.ShouldContain("38");
        (await ReadAsync(world)).Values.Single().Value.ShouldBe(40);
        await page.FindAll(".conflict input")[0].ChangeAsync(true);
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("#values-form").ShouldBeEmpty());
        (await ReadAsync(world)).Values.ToDictionary(v => v.Cell, v => v.Value).ShouldBe(new Dictionary<CellKey, decimal?> { [Total] = 38, [Women] = 12 }, ignoreOrder: true);
        (await DraftsAsync(world)).ShouldBe(0);
    }

    [Fact]
    public async Task A_changed_value_that_nobody_touched_since_is_saved_without_a_question()
    {
        await using var world = await NewAsync();
        await SaveAsync(world, Total, 0, 40);
        await LeaveAsync(world, Half, ("All-0-0", "41"));
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, "?period=2021-S2");
        await page.Find(".draft-offer .button").ClickAsync(new());
        await page.Find("#values-form").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("#values-form").ShouldBeEmpty());
        (await ReadAsync(world)).Values.Single().Value.ShouldBe(41);
    }

    [Fact]
    public async Task The_reason_of_a_warning_is_kept_with_the_cells()
    {
        await using var world = await NewAsync();
        await using (var left = PageStage.Of(world, Focal))
        {
            var page = Open(left, Half);
            foreach (var (field, value) in new[] { ("All-0-0", "10"), ("Female-0-0", "12") })
            {
                await TypeAsync(page, field, value);
                await page.Find("#values-form-" + field).ChangeAsync(value);
            }
            await page.Find("#values-form").SubmitAsync();
            page.WaitForAssertion(() => page.Find("#values-form-Reason"));
            await TypeAsync(page, "Reason", "Counted at two offices");
        }
        await using var stage = PageStage.Of(world, Focal);
        var again = Open(stage, "?period=2021-S2");
        await again.Find(".draft-offer .button").ClickAsync(new());
        again.Find("#values-form-Reason").GetAttribute("value").ShouldBe("Counted at two offices");
        await again.Find("#values-form").SubmitAsync();
        again.WaitForAssertion(() => again.FindAll("#values-form").ShouldBeEmpty());
        (await ReadAsync(world)).Values.Count.ShouldBe(2);
    }

    private static async Task LeaveAsync(World world, string query, params (string Field, string Value)[] typed)
    {
        await using var stage = PageStage.Of(world, Focal);
        var page = Open(stage, query);
        foreach (var (field, value) in typed) await TypeAsync(page, field, value);
        page.Find(".edit-kept").TextContent.ShouldContain("Draft kept");
    }

    private static Task TypeAsync(IRenderedComponent<IndicatorPage> page, string field, string value) =>
        page.Find("#values-form").TriggerEventAsync("ontyped", new TypedEventArgs { Field = field, Value = value });

    private static string? ValueOf(IRenderedComponent<IndicatorPage> page, string field) => page.Find("#values-form-" + field).GetAttribute("value");

    private static Task<int> DraftsAsync(World world) => world.Behind.ScalarAsync<int>("select count(*) from FieldDraft");

    private static async Task<World> NewAsync()
    {
        var world = await World.OpenAsync();
        await new AddIndicator(world.As(Focal)).RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-I1", Name = "Persons reached", Unit = "persons", BySex = true, ByAge = true, ByGroup = true });
        return world;
    }

    private static async Task<IndicatorSheet> ReadAsync(World world) => (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-I1"))!;

    private static async Task<SavedValues> SaveAsync(World world, CellKey cell, int version, decimal value) =>
        await new SaveValues(world.As(Focal), world.Clock).RunAsync(World.Honduras, new ValuesDraft
        {
            IndicatorId = (await ReadAsync(world)).Indicator.Id,
            DefinitionNo = 1,
            Period = PeriodRules.Read("2021-S2")!,
            Cells = [new CellEntry(cell, version, new CellValue { Value = value })],
        });

    private static IRenderedComponent<IndicatorPage> Open(PageStage stage, string query)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/indicators/HN-I1" + query);
        var page = stage.Render<IndicatorPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-I1"));
        page.WaitForAssertion(() => page.Find("#values"));
        return page;
    }
}
