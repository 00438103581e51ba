using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Countries;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.Translations;

public sealed class TranslatePageTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Fact]
    public async Task Saving_leads_to_the_next_text_that_needs_it_and_undo_takes_a_translation_back()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, Focal);
        var page = Translate(stage, "");
        page.Find(".page-header + p").TextContent.ShouldContain("0 of 2 texts are translated.");
        await page.Find("#part-title + article button").ClickAsync(new());
        await page.Find("form textarea").ChangeAsync("Uno");
        await page.Find("form").SubmitAsync();

        page.Find(".page-header + p").TextContent.ShouldContain("1 of 2 texts are translated.");
        page.Find("#part-title + article .words[lang=es]").TextContent.ShouldBe("Uno");
        page.FindAll("#part-title + article form").ShouldBeEmpty();
        page.Find("#part-summary + article form textarea").GetAttribute("lang").ShouldBe("es");

        await page.Find(".notice .link-button").ClickAsync(new());
        page.Find(".page-header + p").TextContent.ShouldContain("0 of 2 texts are translated.");
    }

    [Fact]
    public async Task The_home_leads_to_the_text_that_is_out_of_date_and_one_key_confirms_it()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await TranslateAndChangeAsync(world, id);
        await using var stage = PageStage.Of(world, Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd");
        var link = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd")).Find("#stale-texts + ul a").GetAttribute("href")!;
        link.ShouldContain("show=stale");
        var page = Translate(stage, link[link.IndexOf('?')..]);
        var pair = page.FindAll("article.pair").ShouldHaveSingleItem();
        pair.QuerySelector("del")!.TextContent.ShouldContain("What it is about.");
        pair.QuerySelector("ins")!.TextContent.ShouldContain("Something else.");
        pair.QuerySelector("form textarea")!.GetAttribute("value").ShouldBe("De qué se trata.");
        await page.FindAll("form button").Single(b => b.TextContent == "Cancel").ClickAsync(new());
        await page.FindAll("article.pair .actions button")[0].ClickAsync(new());
        page.Find(".notice").TextContent.ShouldContain("Confirmed");
        page.Find(".page-header + p").TextContent.ShouldContain("1 of 2 texts are translated.");
    }

    [Fact]
    public async Task A_fact_sheet_reads_in_the_readers_language_and_never_with_a_text_that_is_out_of_date()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await SaveAsync(world, "Title", "Uno");
        await TranslateAndChangeAsync(world, id);
        await using var stage = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        var sheet = Sheet(stage, "");
        sheet.Find("h1").TextContent.ShouldBe("Uno");
        sheet.Find("h1").GetAttribute("lang").ShouldBe("es");
        var summary = sheet.Find("#summary .summary");
        summary.QuerySelector(".given")!.TextContent.ShouldBe("Something else.");
        summary.QuerySelector(".given")!.GetAttribute("lang").ShouldBe("en");
        summary.QuerySelector(".stale").ShouldNotBeNull();
        sheet.Markup.ShouldNotContain("De qué se trata.");
        sheet.FindAll(".reading .translate").ShouldBeEmpty("an observer translates nothing");

        var original = sheet.FindAll(".reading a").Single(a => a.GetAttribute("href")!.EndsWith("?texts=original", StringComparison.Ordinal));
        Sheet(stage, "?texts=original").Find("h1").TextContent.ShouldBe("HN-ONE");
        original.GetAttribute("aria-current").ShouldBeNull();

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Sheet(stage, "").Find("h1").TextContent.ShouldBe("HN-ONE");
        Sheet(stage, "?texts=es").Find("h1").TextContent.ShouldBe("Uno", "printed in the other language");
    }

    [Fact]
    public async Task Who_may_only_read_finds_no_form_and_an_unknown_choice_no_page()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await using var stage = PageStage.Of(world, World.Person(Role.Observer, World.Honduras));
        Translate(stage, "").FindAll("article button").ShouldBeEmpty();
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/translations");
        stage.Render<TranslationsPage>(p => p.Add(x => x.Country, "hnd")).Find("tbody tr").TextContent.ShouldContain("0 of 2");
    }

    private static async Task TranslateAndChangeAsync(World world, Guid id)
    {
        await SaveAsync(world, "Summary", "De qué se trata.");
        InitiativeRow now;
        await using (var db = await world.As(Focal).ReadAsync(World.Honduras)) now = (await db.OneAsync<InitiativeRow>(InitiativeRow.One, new { Id = id }))!;
        (await new SaveHead(world.As(Focal)).RunAsync(World.Honduras, HeadDraft.Of(now) with { Summary = "Something else." })).Ok.ShouldBeTrue();
    }

    private static async Task SaveAsync(World world, string field, string text)
    {
        var sheet = (await new ReadTranslations(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!;
        (await new SaveTranslation(world.As(Focal)).RunAsync(World.Honduras, sheet.Texts.Single(t => t.Original.Field == field).Draft with { Text = text })).Ok.ShouldBeTrue();
    }

    private static IRenderedComponent<TranslatePage> Translate(PageStage stage, string query)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/initiatives/HN-ONE/translate" + query);
        return stage.Render<TranslatePage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE"));
    }

    private static IRenderedComponent<FactSheetPage> Sheet(PageStage stage, string query)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/initiatives/HN-ONE" + query);
        return stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE"));
    }
}
