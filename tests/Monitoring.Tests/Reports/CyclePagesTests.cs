using Bunit;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>The region's pages of cycles as the secretariat has them.</summary>
public sealed class CyclePagesTests
{
    [Fact]
    public async Task A_cycle_is_opened_and_an_overlap_is_told_at_the_year()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var stage = PageStage.Of(world, World.Lead);
        var page = stage.Render<CyclesPage>();
        await page.WaitForElement(".page-actions button").ClickAsync(new());
        page.WaitForElement("#open-cycle-Year").Change("2021");
        page.Find("#open-cycle-DueOn").Change("2022-01-31");
        await page.Find("#open-cycle").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#open-cycle-Year-error").TextContent.ShouldContain("overlaps cycle 2021-S2"));
        // The planned year of the demo is opened, not added beside it.
        page.Find("#open-cycle-Length").Change("Year");
        page.Find("#open-cycle-Year").Change("2022");
        page.Find("#open-cycle-DueOn").Change("2023-01-31");
        await page.Find("#open-cycle").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".notice").TextContent.ShouldContain("Cycle 2022 is open"));
        page.FindAll("tbody tr")[0].TextContent.ShouldContain("Open");
        (await world.Behind.ScalarAsync<int>("select count(*) from ReportingCycle")).ShouldBe(4);
    }

    [Fact]
    public async Task An_analyst_reads_the_states_and_is_offered_nothing_to_change()
    {
        await using var world = await ReportWorld.OpenAsync(demo: true);
        await using var stage = PageStage.Of(world, World.Person(Role.SecretariatAnalyst));
        var list = stage.Render<CyclesPage>();
        list.WaitForAssertion(() => list.FindAll("tbody tr").Count.ShouldBe(4));
        list.FindAll("button").Where(b => !b.ClassList.Contains("icon-button")).ShouldBeEmpty();
        var page = stage.Render<CyclePage>(p => p.Add(x => x.Code, "2021-S2"));
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(3));
        page.FindAll("tbody a").ShouldAllBe(a => a.TextContent.StartsWith("Read it"), "reads what is approved, decides nothing");
        page.FindAll("tbody button, section.card").ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_approved_reports_are_looked_at_in_a_list_and_each_is_accepted_by_itself()
    {
        await using var world = await World.OpenAsync();
        foreach (var (country, code) in new[] { (World.Honduras, "HN-ONE"), (World.Mexico, "MX-ONE"), (World.ElSalvador, "SV-ONE") })
        {
            await world.InitiativeAsync(country, code, "Completed");
            await new Reporting(world, country).BringToAsync(country == World.ElSalvador ? ContentState.Submitted : ContentState.Approved);
        }
        await using var stage = PageStage.Of(world, World.Lead);
        var page = stage.Render<CyclePage>(p => p.Add(x => x.Code, Reporting.Cycle));
        page.WaitForAssertion(() => page.FindAll(".pick").Select(l => l.TextContent.Trim()).ShouldBe(["Honduras", "Mexico"]));
        page.FindAll(".pick input")[0].Change(true);
        page.FindAll(".pick input")[1].Change(true);
        await page.Find("section.card .button").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll(".reviews li").Count.ShouldBe(2));

        // Mexico is returned by another lead's window meanwhile: what was read is not what is there.
        (await new Reporting(world, World.Mexico).StepAsync(World.Lead, ReportActor.Lead, ReportAction.Return, "Not yet.")).Ok.ShouldBeTrue();
        await page.Find(".buttons .button").ClickAsync(new());
        page.WaitForAssertion(() => page.Find("section.card [role=status]").TextContent.ShouldContain("Honduras: accepted and frozen."));
        page.Find("section.card [role=status]").TextContent.ShouldContain("Mexico: not accepted");
        (await new Reporting(world, World.Honduras).NowAsync()).State.ShouldBe(ContentState.Accepted);
        (await new Reporting(world, World.Mexico).NowAsync()).State.ShouldBe(ContentState.Draft);
        (await world.Behind.ScalarAsync<int>("select count(*) from Snapshot")).ShouldBe(1);
    }

    [Fact]
    public async Task A_country_gets_more_time_with_a_reason()
    {
        await using var world = await World.OpenAsync();
        await using var stage = PageStage.Of(world, World.Lead);
        var page = stage.Render<ReviewPage>(p => p.Add(x => x.Country, "slv").Add(x => x.Code, Reporting.Cycle));
        page.WaitForAssertion(() => page.Find(".empty").TextContent.ShouldContain("has not approved this report yet"));
        await page.Find("section[aria-labelledby=extend-title] button").ClickAsync(new());
        await page.WaitForElement("#extend-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#extend-form-UntilOn-error").TextContent.ShouldNotBeEmpty());
        page.Find("#extend-form-UntilOn").Change("2021-12-24");
        page.Find("#extend-form-Reason").Change("Elections.");
        await page.Find("#extend-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".due").TextContent.ShouldContain("extended for this country"));
        page.Find("section[aria-labelledby=extend-title]").TextContent.ShouldContain("24 Dec 2021");
    }
}
