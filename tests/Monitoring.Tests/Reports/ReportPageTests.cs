using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>The report's page as its people have it.</summary>
public sealed class ReportPageTests
{
    [Fact]
    public async Task A_report_with_gaps_cannot_be_sent_and_says_where_they_are()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = Open(stage);
        page.WaitForAssertion(() => page.Find(".actions button").HasAttribute("disabled").ShouldBeTrue());
        page.Find("#stopped").TextContent.ShouldContain("Blocking gaps: 1");
        page.Find("a[href='/hnd/initiatives/HN-ONE?edit=status#status']").ShouldNotBeNull();
        page.Find("h1").TextContent.ShouldBe("Report 2021-S2");
    }

    [Fact]
    public async Task The_sender_sends_and_recalls_and_an_observer_only_reads()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await using (var stage = PageStage.Of(world, World.FocalPoint(World.Honduras)))
        {
            var page = Open(stage);
            await page.WaitForElement(".actions .buttons button").ClickAsync(new());
            await page.WaitForElement("#step-form").SubmitAsync();
            page.WaitForAssertion(() => page.Find("[aria-current=step]").TextContent.ShouldBe("Submitted"));
            page.WaitForAssertion(() => page.Find(".actions .buttons button").TextContent.ShouldBe("Recall"));
            page.Find(".taken").TextContent.ShouldContain(World.FocalPoint(World.Honduras).Name);
        }
        await using (var stage = PageStage.Of(world, World.Person(Role.Observer, World.Honduras)))
        {
            var page = Open(stage);
            page.WaitForAssertion(() => page.Find("[aria-current=step]").TextContent.ShouldBe("Submitted"));
            page.FindAll(".actions").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_return_without_a_reason_is_refused_at_the_field_and_with_one_the_country_reads_it()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Submitted);
        await using var stage = PageStage.Of(world, World.Person(Role.NationalApprover, World.Honduras));
        var page = Open(stage);
        page.WaitForElement(".actions .buttons");
        await page.FindAll(".actions .buttons button").Single(b => b.TextContent == "Return").ClickAsync(new());
        await page.WaitForElement("#step-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#step-form-Reason-error").TextContent.ShouldContain("Say why"));
        page.Find("#step-form-Reason").Change("A figure is missing.");
        await page.Find("#step-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("[aria-current=step]").TextContent.ShouldBe("Draft"));
        page.Find(".taken .reason").TextContent.ShouldContain("A figure is missing.");
    }

    [Fact]
    public async Task Somebody_who_was_first_is_named_and_nothing_is_done_twice()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Submitted);
        await using var stage = PageStage.Of(world, report.Approver);
        var page = Open(stage);
        page.WaitForElement(".actions .buttons");
        (await report.StepAsync(report.Focal, ReportActor.Sender, ReportAction.Recall)).Ok.ShouldBeTrue();
        await page.FindAll(".actions .buttons button").Single(b => b.TextContent == "Approve").ClickAsync(new());
        await page.WaitForElement("#step-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".notice").TextContent.ShouldContain($"{report.Focal.Name} was first: the report is now “Draft”"));
        page.Find("[aria-current=step]").TextContent.ShouldBe("Draft");
    }

    [Fact]
    public async Task The_lock_is_told_on_every_page_of_the_country_to_whoever_reads_it()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var report = new Reporting(world, World.Honduras);
        async Task<string> BannerAsync(TestPerson who, string path)
        {
            await using var stage = PageStage.Of(world, who);
            stage.Services.GetRequiredService<NavigationManager>().NavigateTo(path);
            return stage.Render<LockBanner>().Find("[role=status]").TextContent.Trim();
        }
        (await BannerAsync(report.Focal, "/hnd/initiatives")).ShouldBeEmpty();
        await report.BringToAsync(ContentState.Submitted);
        (await BannerAsync(report.Focal, "/hnd/initiatives")).ShouldContain($"was sent by {report.Focal.Name}");
        (await BannerAsync(report.Focal, "/hnd/report")).ShouldBeEmpty("the report's page says more");
        (await BannerAsync(World.FocalPoint(World.Mexico), "/hnd/initiatives")).ShouldBeEmpty();
        (await BannerAsync(World.FocalPoint(World.Mexico), "/mex/initiatives")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_cycle_the_page_says_who_opens_one()
    {
        await using var world = await World.OpenAsync();
        await world.Behind.RawAsync("delete from ReportingCycle");
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = Open(stage);
        page.WaitForAssertion(() => page.Find(".empty").TextContent.ShouldContain("secretariat opens the next one"));
    }

    private static IRenderedComponent<ReportPage> Open(PageStage stage) => stage.Render<ReportPage>(p => p.Add(x => x.Country, "hnd"));
}
