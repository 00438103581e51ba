using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Indicators;

public sealed class ListIndicatorsTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task The_list_is_narrowed_by_words_kind_initiative_and_what_is_missing(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var list = new ListIndicators(world.As(Focal), world.Clock);
        var all = await list.RunAsync(World.Honduras);
        (await CodesAsync(new(Search: "nothing of this"))).ShouldBeEmpty();
        (await CodesAsync(new(Search: "CÁSES  protective"))).ShouldBe(["HN-MAHE-I3"], "case and accents do not matter");
        (await CodesAsync(new(Search: "cases pilot"))).ShouldBe(["HN-MAHE-I1"]);
        (await CodesAsync(new(Search: "hn-mahe-i2"))).ShouldBe(["HN-MAHE-I2"]);
        (await CodesAsync(new(Kind: IndicatorKind.Fixed))).ShouldBe(["HN-MAHE-I8"]);
        all.Initiatives.ShouldBe(["HN-ART", "HN-MAHE"]);
        (await CodesAsync(new(Initiative: "HN-ART"))).ShouldAllBe(c => c.StartsWith("HN-ART", StringComparison.Ordinal));
        (await CodesAsync(new(Initiative: "MX-PNDH"))).ShouldBeEmpty();

        var sheet = (await new ReadIndicator(world.As(Focal), world.Clock).RunAsync(World.Honduras, "HN-ART-I1"))!;
        (await CodesAsync(new(Gap: ValueGap.NoValueNow))).ShouldContain("HN-ART-I1");
        await SaveAsync(new CellValue { State = ValueState.NotCollected }, 0);
        (await CodesAsync(new(Gap: ValueGap.NoValueNow))).ShouldContain("HN-ART-I1", customMessage: "that it was not collected is no value");
        (await CodesAsync(new(Gap: ValueGap.NotCollected))).ShouldContain("HN-ART-I1");
        await SaveAsync(new CellValue { Value = 3 }, 1);
        (await CodesAsync(new(Gap: ValueGap.NoValueNow))).ShouldNotContain("HN-ART-I1");
        (await CodesAsync(new(Gap: ValueGap.NotCollected))).ShouldNotContain("HN-ART-I1");

        async Task<List<string>> CodesAsync(IndicatorFilter filter) => [.. (await list.RunAsync(World.Honduras, 1, filter)).Page.Rows.Select(r => r.Code).Distinct()];

        async Task SaveAsync(CellValue value, int version) => (await new SaveValues(world.As(Focal), world.Clock).RunAsync(World.Honduras, new ValuesDraft
        {
            IndicatorId = sheet.Indicator.Id,
            InitiativeId = sheet.Indicator.InitiativeId,
            DefinitionNo = 1,
            Period = all.Now,
            Cells = [new CellEntry(CellKey.TotalOf(CellKey.All), version, value)],
            Reason = "As counted.",
        })).Written.ShouldBe(1);
    }

    [Fact]
    public async Task The_filters_stand_in_the_address_and_an_empty_answer_says_what_to_do()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/indicators?search=nothing+of+this&page=1");
        var page = stage.Render<IndicatorsPage>(p => p.Add(i => i.Country, "hnd"));
        page.WaitForAssertion(() => page.Find(".empty").TextContent.ShouldContain("No indicator matches"));
        await page.Find("#filter-search").ChangeAsync("HN-MAHE-I2");
        var at = stage.Services.GetRequiredService<NavigationManager>();
        at.Uri.ShouldEndWith("/hnd/indicators?search=HN-MAHE-I2");
    }
}
