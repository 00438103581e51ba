using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.NextSteps;

public sealed class NextStepFormTests
{
    [Fact]
    public async Task The_reason_for_a_later_date_stays_while_its_year_is_typed_and_a_half_typed_year_is_not_saved()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        const string Step = "HN-MAHE-N2", Form = "#form-" + Step;
        var due = await DueAsync(world, Step);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"/hnd/initiatives/HN-MAHE?edit=step-{Step}");
        var page = stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-MAHE"));
        page.WaitForAssertion(() => page.Find(Form));

        // As a browser tells it: the month first, then each figure of the year.
        await page.Find(Form + "-DueOn").ChangeAsync($"{due.Year + 1}-06-30");
        await page.Find(Form + "-Reason").ChangeAsync("The room is not free before.");
        foreach (var half in (string[])["0002-06-30", "0020-06-30", "0202-06-30"])
        {
            await page.Find(Form + "-DueOn").ChangeAsync(half);
            page.Find(Form + "-Reason").GetAttribute("value").ShouldBe("The room is not free before.");
            page.Find(Form + "-DueOn-error").TextContent.ShouldContain("four figures");
        }
        await page.Find(Form).SubmitAsync();
        (await DueAsync(world, Step)).ShouldBe(due, "the year is not whole");

        await page.Find(Form + "-DueOn").ChangeAsync("2027-06-30");
        page.Find(Form + "-DueOn-error").TextContent.ShouldBeEmpty();
        await page.Find(Form).SubmitAsync();
        page.WaitForAssertion(() => page.FindAll(Form).ShouldBeEmpty());
        (await DueAsync(world, Step)).ShouldBe(new DateOnly(2027, 6, 30));
    }

    private static async Task<DateOnly> DueAsync(World world, string step) =>
        DateOnly.FromDateTime(await world.Behind.ScalarAsync<DateTime>($"select DueOn from NextStep where Code = '{step}'"));
}
