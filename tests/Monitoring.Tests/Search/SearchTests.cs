using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Search;

namespace Monitoring.Tests.Search;

public sealed class SearchTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task Everything_of_the_country_is_found_by_its_words_and_nothing_of_another(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var search = new SearchCountry(world.As(Focal));
        var found = (await search.RunAsync(World.Honduras, "SEDH  análisis CASE")).Found;
        found.ShouldAllBe(f => f.InitiativeCode == null || f.InitiativeCode.StartsWith("HN-", StringComparison.Ordinal));
        (await search.RunAsync(World.Honduras, "hn-mahe")).Found[0].ShouldSatisfyAllConditions(
            f => f.Kind.ShouldBe(FoundKind.Initiative), f => f.Href(World.Honduras).ShouldBe("/hnd/initiatives/HN-MAHE"));
        var result = (await search.RunAsync(World.Honduras, "livelihoods strengthening")).Found.ShouldHaveSingleItem();
        result.Href(World.Honduras).ShouldBe("/hnd/initiatives/HN-MAHE#result-HN-MAHE-R2");
        (await search.RunAsync(World.Honduras, "MX-PILOT")).Found.ShouldBeEmpty();
        (await search.RunAsync(World.Honduras, "x ' -- %")).Found.ShouldBeEmpty();
        (await search.RunAsync(World.Honduras, " ")).Words.ShouldBeEmpty();
        await Should.ThrowAsync<AccessRefusedException>(() => search.RunAsync(World.Mexico, "pilot"));
    }

    [Theory]
    [InlineData("NIÑEZ proteccion", "Protección de la niñez", true)]
    [InlineData("niñez salud", "Protección de la niñez", false)]
    [InlineData("a", "a", false)]
    [InlineData("", "anything", false)]
    public void All_words_are_in_it_in_any_order_whatever_their_accents(string query, string text, bool isFound) =>
        SearchRules.Finds(SearchRules.Words(query), text).ShouldBe(isFound);

    [Fact]
    public void The_piece_shows_the_word_and_cuts_no_word()
    {
        var text = string.Join(' ', Enumerable.Repeat("palabra", 60)) + " Árboles " + string.Join(' ', Enumerable.Repeat("después", 60));
        var piece = SearchRules.Piece(SearchRules.Words("arboles"), text);
        piece.ShouldContain("Árboles");
        piece.Length.ShouldBeLessThan(300);
        piece.Trim('…', ' ').Split(' ').ShouldAllBe(w => w == "palabra" || w == "Árboles" || w == "después");
    }

    [Fact]
    public async Task The_page_groups_what_it_found_and_says_what_to_do_when_there_is_nothing()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/search?q=livelihoods");
        var page = stage.Render<SearchPage>(p => p.Add(x => x.Country, "hnd"));
        page.Find("#kind-Result").TextContent.ShouldContain("Results");
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/search?q=nosuchword");
        stage.Render<SearchPage>(p => p.Add(x => x.Country, "hnd")).Markup.ShouldContain("Nothing found");
    }
}
