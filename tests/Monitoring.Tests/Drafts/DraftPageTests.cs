using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Countries;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Drafts;

/// <summary>A form that was left, and the page opened anew by the same person.</summary>
public sealed class DraftPageTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory]
    [InlineData("#status button", "status-form", "StageNote")]
    [InlineData("#scope button", "scope-form", "Coverage")]
    [InlineData("#target button", "target-form", "TargetPopulation")]
    [InlineData("#objective button", "Objective-form", "Text")]
    [InlineData("#results button", "result-form", "Text")]
    [InlineData("#steps button", "new-step", "Text")]
    public async Task Every_form_of_the_sheet_offers_back_what_was_typed_and_saves_it(string open, string form, string field)
    {
        const string Typed = "Typed and left: ñ 😀\nsecond line";
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using (var left = PageStage.Of(world, Focal))
        {
            var page = Sheet(left);
            await page.Find(open).ClickAsync(new());
            await TypeAsync(page, form, field, Typed);
            page.Find($"#{form} .edit-kept").TextContent.ShouldContain("Draft kept");
        }

        await using var stage = PageStage.Of(world, Focal);
        var again = Sheet(stage);
        again.WaitForAssertion(() => again.Find(".draft-offer blockquote").TextContent.ShouldBe(Typed));
        await again.Find(".draft-offer .button").ClickAsync(new());
        again.FindAll(".draft-offer").ShouldBeEmpty();
        again.Find($"#{form}-{field}").GetAttribute("value").ShouldBe(Typed);
        await again.Find($"#{form}").SubmitAsync();
        again.FindAll($"#{form}").ShouldBeEmpty();
        again.Find("article").TextContent.ShouldContain("Typed and left: ñ 😀");
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldDraft")).ShouldBe(0);
    }

    [Fact]
    public async Task The_home_lists_it_leads_to_it_and_throws_it_away()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using (var left = PageStage.Of(world, Focal))
        {
            var page = Sheet(left);
            await page.Find("#results button").ClickAsync(new());
            await TypeAsync(page, "result-form", "Text", "A result");
        }
        await using var stage = PageStage.Of(world, Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd");
        var home = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        home.Find("#drafts a").GetAttribute("href")!.ShouldStartWith("/hnd/initiatives/HN-ONE#draft-");
        home.Find("#drafts").TextContent.ShouldContain("A result");
        await home.Find("#drafts li > button").ClickAsync(new());
        home.FindAll("#drafts").ShouldBeEmpty();
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldDraft")).ShouldBe(0);
    }

    [Fact]
    public async Task A_form_that_is_cancelled_or_put_back_as_it_was_leaves_no_draft()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, Focal);
        var page = Sheet(stage);
        await page.Find("#scope button").ClickAsync(new());
        await TypeAsync(page, "scope-form", "Coverage", "x");
        await TypeAsync(page, "scope-form", "Coverage", "");
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldDraft")).ShouldBe(0);
        await TypeAsync(page, "scope-form", "Coverage", "y");
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldDraft")).ShouldBe(1);
        await page.Find("#scope-form .button.quiet").ClickAsync(new());
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldDraft")).ShouldBe(0);
        page.FindAll(".draft-offer").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_right_that_ended_says_that_nothing_is_kept_and_keeps_the_form()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, Focal);
        var page = Sheet(stage);
        await page.Find("#scope button").ClickAsync(new());
        await world.EndGrantAsync(Focal);
        await TypeAsync(page, "scope-form", "Coverage", "x");
        page.Find("#scope-form .edit-kept").TextContent.ShouldContain("only in this browser");
    }

    private static IRenderedComponent<FactSheetPage> Sheet(PageStage stage)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/initiatives/HN-ONE");
        return stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE"));
    }

    private static Task TypeAsync(IRenderedComponent<FactSheetPage> page, string form, string field, string text) =>
        page.Find("#" + form).TriggerEventAsync("ontyped", new TypedEventArgs { Field = field, Value = text });
}
