using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

public sealed class InitiativesPageTests
{
    [Fact]
    public async Task Filters_stand_in_the_address_and_a_person_who_may_not_add_is_offered_nothing()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Pilot");
        await world.InitiativeAsync(World.Honduras, "HN-TWO", "Idea");
        await using var stage = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        var navigation = stage.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/hnd/initiatives?stage=pilot");
        var page = stage.Render<InitiativesPage>(p => p.Add(x => x.Country, "hnd"));
        page.FindAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("HN-ONE");
        page.FindAll(".page-actions a").ShouldBeEmpty();

        await page.Find("#filter-stage").ChangeAsync("Idea");
        navigation.Uri.ShouldEndWith("stage=Idea");
        page.FindAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("HN-TWO");
    }

    [Fact]
    public async Task A_new_initiative_with_a_code_that_is_taken_keeps_its_form()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = stage.Render<NewInitiativePage>(p => p.Add(x => x.Country, "hnd"));
        await page.Find("#new-initiative-Code").ChangeAsync("HN-ONE");
        await page.Find("#new-initiative-Title").ChangeAsync("A title");
        await page.Find("#new-initiative-Summary").ChangeAsync("A summary");
        await page.Find("#new-initiative").SubmitAsync();
        page.Find("#new-initiative-AxisCode-error").TextContent.ShouldBe("This field is needed.");
        await page.Find("#new-initiative-AxisCode").ChangeAsync("A1");
        await page.Find("#new-initiative").SubmitAsync();
        page.Find("#new-initiative-Code-error").TextContent.ShouldBe("The code HN-ONE is taken in this country.");
        page.Find("#new-initiative-Title").GetAttribute("value").ShouldBe("A title");
        await page.Find("#new-initiative-Code").ChangeAsync("HN-TWO");
        await page.Find("#new-initiative").SubmitAsync();
        stage.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/hnd/initiatives/HN-TWO");
    }
}
