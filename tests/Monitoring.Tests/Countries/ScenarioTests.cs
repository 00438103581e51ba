using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Budgets;
using Monitoring.Web.Checklists;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Countries;

/// <summary>The scenarios that a country sees on its own screens, each under its number, on the report of 2021.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public async Task SC1_El_Salvador_has_results_in_0_of_1_initiatives()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.ElSalvador));
        var page = At(stage, "slv", p => stage.Render<CountryHomePage>(c => c.Add(x => x.Country, "slv")));
        var rows = page.FindAll("tbody tr").Where(r => r.TextContent.Contains("SV-CHAR", StringComparison.Ordinal)).ToList();
        rows.ShouldHaveSingleItem().QuerySelector("td.number")!.TextContent.ShouldBe("0 of 1");
        page.Markup.ShouldContain("Without results (1)");
    }

    [Fact]
    public async Task SC7_The_26_results_of_the_programme_stand_under_their_themes()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Mexico));
        var page = Sheet(stage, "mex", "MX-PNDH");
        page.FindAll("#results li[id^=result-]").Count.ShouldBe(26);
        page.FindAll("#results h3 .count").Select(c => c.TextContent).ShouldBe(["(9)", "(3)", "(3)", "(1)", "(1)", "(1)", "(8)"], ignoreOrder: true);
        (await new ReadFactSheet(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, "MX-PNDH"))!.Results.CountBy(r => r.ReportedBy ?? "")
            .Select(by => by.Value).OrderDescending().ShouldBe([15, 7, 2, 1, 1]);
    }

    [Fact]
    public async Task SC8_Plans_that_the_source_printed_under_results_are_next_steps_and_say_so()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var page = Sheet(stage, "hnd", "HN-MAHE");
        foreach (var code in new[] { "HN-MAHE-N2", "HN-MAHE-N3" })
            page.Find($"#steps #step-{code} .note").TextContent.ShouldContain("filed under results in the source");
        page.Find("#results").TextContent.ShouldNotContain("Serve 20 cases");
    }

    [Theory]
    [InlineData("hnd", 2), InlineData("mex", 4), InlineData("slv", 1)]
    public async Task SC9_No_amount_is_reported_and_what_the_demo_shows_is_marked(string country, int initiatives)
    {
        var focal = World.FocalPoint(CountryCode.Parse(country, null));
        await using (var world = await ReportWorld.OpenAsync())
        await using (var stage = PageStage.Of(world, focal))
        {
            var page = At(stage, country + "/budget", _ => stage.Render<BudgetPage>(c => c.Add(x => x.Country, country)));
            page.Markup.ShouldContain($"0 of {initiatives} initiative");
            page.FindAll("td .number").ShouldBeEmpty();
        }
        await using (var world = await ReportWorld.OpenAsync(demo: true))
        await using (var stage = PageStage.Of(world, focal))
        {
            var page = At(stage, country + "/budget", _ => stage.Render<BudgetPage>(c => c.Add(x => x.Country, country)));
            page.Markup.ShouldContain($"0 of {initiatives} initiative");
            page.FindAll("td:has(.number)").ShouldAllBe(c => c.QuerySelector(".mark-illustrative") != null);
        }
    }

    [Theory]
    [InlineData("hnd"), InlineData("mex"), InlineData("slv")]
    public async Task SC10_The_nine_items_of_the_first_checklist_wait_for_an_answer_and_none_is_ticked(string country)
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(CountryCode.Parse(country, null)));
        var page = At(stage, country + "/checklists", _ => stage.Render<ChecklistsPage>(c => c.Add(x => x.Country, country)));
        page.WaitForAssertion(() => page.FindAll("#CL1 li:has(.line)").Count.ShouldBe(9));
        page.FindAll("#CL1 li:has(.line)").ShouldAllBe(i => i.QuerySelector(".missing") != null);
        page.FindAll("#CL1 .chip").ShouldBeEmpty();
        page.FindAll("#CL1 li .evidence").Select(e => e.TextContent).ShouldBe(Enumerable.Range(1, 9).Select(n => "Add evidence: CL1." + n), Case.Sensitive, "each has its place for evidence");
    }

    [Fact]
    public async Task SC11_A_value_of_the_accepted_half_says_why_it_is_locked_who_locked_it_and_how_it_is_corrected()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, World.FocalPoint(World.Honduras));
        var code = await world.Behind.ScalarAsync<string>("select i.Code from Measurement m join Indicator i on i.Id = m.IndicatorId where m.Country = 'HND' and m.Value = 27");
        var period = await world.Behind.ScalarAsync<string>("select PeriodText from Measurement where Country = 'HND' and Value = 27");
        var page = At(stage, $"hnd/indicators/{code}?period={Uri.EscapeDataString(period!)}&edit=values",
            _ => stage.Render<IndicatorPage>(c => c.Add(x => x.Country, "hnd").Add(x => x.Code, code!)));
        page.WaitForAssertion(() => page.Markup.ShouldContain("These values stand in the report 2021-S1, accepted by"));
        page.Markup.ShouldContain("A change is a correction: it needs a reason");
    }

    private static IRenderedComponent<FactSheetPage> Sheet(PageStage stage, string country, string code) =>
        At(stage, $"{country}/initiatives/{code}", _ => stage.Render<FactSheetPage>(p => p.Add(x => x.Country, country).Add(x => x.Code, code)));

    private static IRenderedComponent<T> At<T>(PageStage stage, string path, Func<string, IRenderedComponent<T>> render) where T : IComponent
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/" + path);
        return render(path);
    }
}
