using Bunit;
using Microsoft.AspNetCore.Components;
using Monitoring.Web.Audit;
using Monitoring.Web.Budgets;
using Monitoring.Web.Checklists;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Institutions;
using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.Countries;

/// <summary>The read-only lists of a country on the real report.</summary>
public sealed class ListPagesTests
{
    [Fact]
    public async Task Seven_commitments_of_mexico_name_what_delivers_them_and_none_has_a_status_of_its_own()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Mexico));
        var page = Open<CommitmentsPage>(stage, "mex");
        page.FindAll("tbody tr[id]").Count.ShouldBe(7);
        page.FindAll("tbody a").ShouldAllBe(a => a.GetAttribute("href") == "/mex/initiatives/MX-PNDH");
        page.FindAll("tbody .chip").ShouldAllBe(c => c.TextContent == "Not reported");
    }

    [Fact]
    public async Task A_plan_says_that_no_value_is_there_yet_and_a_share_stands_beside_its_parts()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = Open<IndicatorsPage>(stage, "hnd");
        page.Find("#indicator-HN-MAHE-I3").TextContent.ShouldContain("17/38 = 44.7 %");
        var planned = page.Find("#indicator-HN-MAHE-I5");
        planned.TextContent.ShouldContain("planned, no value yet");
        planned.TextContent.ShouldNotContain("Not collected", Case.Sensitive, "nobody has said so");
        planned.TextContent.ShouldContain("20");
    }

    [Fact]
    public async Task The_report_names_no_amount_and_the_demo_counts_none_of_its_own()
    {
        await using (var world = await ReportWorld.OpenAsync())
        await using (var stage = PageStage.Of(world, World.FocalPoint(World.Mexico)))
        {
            var page = Open<BudgetPage>(stage, "mex");
            page.Markup.ShouldContain("0 of 4 initiatives report an amount.");
            page.FindAll("table").ShouldBeEmpty();
        }
        await using (var world = await ReportWorld.OpenAsync(demo: true))
        await using (var stage = PageStage.Of(world, World.FocalPoint(World.Mexico)))
        {
            var page = Open<BudgetPage>(stage, "mex");
            page.Markup.ShouldContain("0 of 4 initiatives report an amount.");
            page.FindAll("td .number").ShouldNotBeEmpty();
            page.FindAll("td:has(.number)").ShouldAllBe(c => c.QuerySelector(".mark-illustrative") != null);
        }
    }

    [Fact]
    public async Task Eight_checklists_with_fifty_two_items_and_nothing_ticked_beforehand()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = Open<ChecklistsPage>(stage, "hnd");
        page.FindAll("details.card").Count.ShouldBe(8);
        page.FindAll("details li").Count.ShouldBe(52);
        page.FindAll("details li .missing").Count.ShouldBe(52);
    }

    [Fact]
    public async Task Institutions_keep_every_printed_spelling()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.ElSalvador));
        Open<InstitutionsPage>(stage, "slv").Markup.ShouldContain("DYGESTIC");
    }

    [Fact]
    public async Task Steps_and_history_are_listed_and_a_reader_is_offered_no_edit()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.Person(Role.NationalApprover, World.Honduras));
        var steps = Open<NextStepsPage>(stage, "hnd");
        steps.FindAll(".steps > li").Count.ShouldBe(10);
        steps.FindAll(".steps button").ShouldBeEmpty();
        var history = Open<HistoryPage>(stage, "hnd");
        history.FindAll(".changes > li").ShouldNotBeEmpty();
        history.FindAll("button").ShouldBeEmpty();
    }

    private static IRenderedComponent<TPage> Open<TPage>(PageStage stage, string country) where TPage : CountryPage, IComponent =>
        stage.Render<TPage>(p => p.Add(x => x.Country, country));
}
