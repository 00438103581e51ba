using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Tests.Reports;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

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
        links.ShouldContain("/hnd/initiatives/HN-ONE?edit=scope#scope");
    }

    [Fact]
    public async Task What_is_missing_opens_the_form_in_which_it_is_filled_in()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var links = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd")).FindAll(".attention a[href*=\"?edit=\"]").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        links.Count.ShouldBeGreaterThan(8);
        foreach (var link in links)
        {
            stage.Services.GetRequiredService<NavigationManager>().NavigateTo(link);
            var sheet = stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE"));
            sheet.FindAll($"#{link.Split('#')[1]} form").Count.ShouldBe(1, link);
        }
        await using var reader = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        reader.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd")).FindAll(".attention a[href*=edit]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Indicators_of_which_nothing_was_said_in_the_cycle_lead_to_the_form_of_their_value()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var focal = World.FocalPoint(World.Honduras);
        foreach (var code in new[] { "HN-I1", "HN-I2" })
            (await new AddIndicator(world.As(focal)).RunAsync(World.Honduras, new IndicatorDraft { Code = code, Name = "Persons reached", Unit = "persons", ContentLanguage = "en" })).Ok.ShouldBeTrue();
        await world.Behind.RawAsync("""
            insert into Measurement (Country, Id, IndicatorId, DefinitionNo, PeriodText, PeriodStart, PeriodEnd, State, Mark, Version, ChangedAt, ChangedBy)
            select 'HND', @Id, Id, 1, '2021-Q4', '2021-10-01', '2021-12-31', 'NotCollected', 'Reported', 1, '2021-11-15 15:00:00', 'test' from Indicator where Code = 'HN-I2'
            """, new { Id = Guid.CreateVersion7() });
        await using var stage = PageStage.Of(world, focal);
        var home = await new ReadCountryHome(world.As(focal), world.Clock).RunAsync(World.Honduras);
        home!.Cycle!.Code.ShouldBe("2021-S2");
        var first = home.MissingValues.ShouldHaveSingleItem("of the other one it was said that none was collected").Code;
        var page = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        var link = page.Find("#missing-values + ul .action").GetAttribute("href")!;
        link.ShouldBe($"/hnd/indicators/{first}?period=2021-S2&edit=values#period");
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(link);
        stage.Render<IndicatorPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, first)).FindAll("#values form, #period form").ShouldNotBeEmpty();

        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Submitted);
        (await new ReadCountryHome(world.As(focal), world.Clock).RunAsync(World.Honduras))!.MissingValues.ShouldBeEmpty("what was sent is not being filled in");
    }

    [Fact]
    public async Task The_last_saves_are_taken_back_one_after_the_other_also_from_another_page()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1", "2021-11-01");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/initiatives/HN-ONE");
        var sheet = stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE"));
        foreach (var step in new[] { "Pilot", "Completed" })
        {
            await sheet.Find("#status .edit, #status button").ClickAsync(new());
            await sheet.Find("#status select[id$=Stage]").ChangeAsync(step);
            await sheet.Find("#status form").SubmitAsync();
        }
        var home = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        await home.Find("#overdue + ul button.link-button").ClickAsync(new());
        (await StateAsync()).ShouldBe("Completed Done");
        await home.Find("[data-undo]").ClickAsync(new());
        (await StateAsync()).ShouldBe("Completed Planned");
        await home.Find("[data-undo]").ClickAsync(new());
        (await StateAsync()).ShouldBe("Pilot Planned");
        await home.Find("[data-undo]").ClickAsync(new());
        (await StateAsync()).ShouldBe("Implementation Planned", "two saves of one row: each knew the row as the one after it leaves it");
        home.FindAll("[data-undo]").ShouldBeEmpty();

        async Task<string> StateAsync() => await world.Behind.ScalarAsync<string>("select Stage from Initiative where Code = 'HN-ONE'") + " "
            + await world.Behind.ScalarAsync<string>("select Status from NextStep where Code = 'HN-ONE-N1'");
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
