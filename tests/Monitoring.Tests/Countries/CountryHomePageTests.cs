using Bunit;
using Monitoring.Web.Countries;

namespace Monitoring.Tests.Countries;

public sealed class CountryHomePageTests
{
    [Theory]
    [InlineData(Role.FocalPoint, "/hnd/initiatives/new")]
    [InlineData(Role.CountryAdministrator, "/hnd/people")]
    [InlineData(Role.Observer, null)]
    public async Task An_empty_country_says_to_each_what_to_do_first(Role role, string? href)
    {
        await using var world = await World.OpenAsync();
        await using var stage = PageStage.Of(world, World.Person(role, World.Honduras));
        var page = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        page.Find("h1").TextContent.ShouldBe("Honduras");
        var links = page.FindAll(".empty a");
        if (href is null) links.ShouldBeEmpty();
        else links.ShouldHaveSingleItem().GetAttribute("href").ShouldBe(href);
    }

    [Fact]
    public async Task Each_line_of_what_needs_attention_leads_to_its_field()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1", "2021-11-01");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "HND"));

        var links = page.FindAll(".attention a").Select(a => a.GetAttribute("href")).ToList();
        links.ShouldContain("/hnd/initiatives/HN-ONE#step-HN-ONE-N1");
        links.ShouldContain("/hnd/initiatives/HN-ONE#results");
        links.ShouldContain("/hnd/initiatives/HN-ONE?edit=result#results");
        links.ShouldContain("/hnd/initiatives/HN-ONE#scope");
    }

    [Fact]
    public async Task A_step_is_marked_done_where_it_is_listed_and_taken_back()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1", "2021-11-01");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));

        await page.Find("#overdue + ul button.link-button").ClickAsync(new());
        (await StatusAsync()).ShouldBe("Done");
        page.FindAll("#overdue").ShouldBeEmpty();
        page.Find(".notice p").TextContent.ShouldContain("HN-ONE-N1");
        await page.Find(".notice .link-button").ClickAsync(new());
        (await StatusAsync()).ShouldBe("Planned");
        page.FindAll("#overdue").ShouldHaveSingleItem();

        Task<string?> StatusAsync() => world.Behind.ScalarAsync<string>("select Status from NextStep where Code = 'HN-ONE-N1'");
    }

    [Fact]
    public async Task Another_country_is_a_page_that_is_not_there()
    {
        await using var world = await World.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "mex"));
        page.FindAll("h1").ShouldBeEmpty();
        page.Markup.ShouldNotContain("Mexico");
    }
}
