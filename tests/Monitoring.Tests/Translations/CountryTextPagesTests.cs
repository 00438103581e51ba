using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Checklists;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Search;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.Translations;

/// <summary>The pages on which people of a country read and translate what belongs to it as a whole.</summary>
public sealed class CountryTextPagesTests
{
    private static readonly TestPerson Observer = World.Person(Role.Observer, World.Honduras);

    // Every page that shows one of these texts; how many of them it shows.
    private static readonly (string Address, Func<PageStage, IRenderedComponent<IComponent>> Render, int Texts)[] Readers =
    [
        ("/hnd", s => s.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd")), 3),
        ("/hnd/commitments", s => s.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd")), 2),
        ("/hnd/commitments?view=board", s => s.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd")), 2),
        ("/hnd/commitments?view=timeline", s => s.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd")), 1),
        ("/hnd/indicators", s => s.Render<IndicatorsPage>(p => p.Add(x => x.Country, "hnd")), 2),
        ("/hnd/indicators/HN-I1", s => s.Render<IndicatorPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-I1")), 2),
        ("/hnd/indicators/common", s => s.Render<CommonIndicatorsPage>(p => p.Add(x => x.Country, "hnd")), 1),
        ("/hnd/checklists", s => s.Render<ChecklistsPage>(p => p.Add(x => x.Country, "hnd")), 2),
        ("/hnd/initiatives/HN-ONE", s => s.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE")), 4),
        ("/hnd/search?q=desplazamiento", s => s.Render<SearchPage>(p => p.Add(x => x.Country, "hnd")), 7),
    ];

    [Fact]
    public async Task Saving_the_translation_of_a_commitment_leads_to_the_next_text_and_undo_takes_it_back()
    {
        await using var world = await World.OpenAsync();
        await CountryTexts.WriteAsync(world);
        await using var stage = PageStage.Of(world, CountryTexts.Focal);
        var page = Translate(stage, "");
        page.Find("h1").TextContent.ShouldBe("Texts of the country");
        page.Find(".so-far").TextContent.ShouldContain("0 of 7 texts are translated.");
        await page.Find("#part-commitment + article button").ClickAsync(new());
        await page.Find("form textarea").ChangeAsync(CountryTexts.Spanish);
        await page.Find("form").SubmitAsync();

        page.Find(".so-far").TextContent.ShouldContain("1 of 7 texts are translated.");
        page.Find("#part-commitment + article .words[lang=es]").TextContent.ShouldBe(CountryTexts.Spanish);
        page.Find("#part-commitmentnote + article form textarea").GetAttribute("lang").ShouldBe("es");
        await page.Find(".notice .link-button").ClickAsync(new());
        page.Find(".so-far").TextContent.ShouldContain("0 of 7 texts are translated.");
    }

    [Fact]
    public async Task The_list_of_translations_and_the_home_lead_to_the_very_text()
    {
        await using var world = await World.OpenAsync();
        var texts = await CountryTexts.WriteAsync(world);
        await texts.TranslateAllAsync();
        await texts.ChangeAllAsync();
        await using var stage = PageStage.Of(world, CountryTexts.Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/translations");
        var line = stage.Render<TranslationsPage>(p => p.Add(x => x.Country, "hnd")).Find("tbody tr");
        line.QuerySelector("th a")!.GetAttribute("href").ShouldBe("/hnd/translations/country");
        line.TextContent.ShouldContain("Texts of the country");

        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd");
        var link = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd")).FindAll("#stale-texts + ul a").First(a => a.TextContent.Contains("HN-C1", StringComparison.Ordinal)).GetAttribute("href")!;
        link.ShouldStartWith("/hnd/translations/country?show=stale&edit=");
        var page = Translate(stage, link[link.IndexOf('?')..]);
        var open = page.FindAll("article.pair").Single(a => a.QuerySelector("form") is not null);
        open.Id.ShouldBe(link[(link.IndexOf('#') + 1)..]);
        open.QuerySelector("ins")!.TextContent.ShouldContain("forced");
        open.QuerySelector("form textarea")!.GetAttribute("value").ShouldBe(CountryTexts.Spanish);

        // Whoever only reads is led to the text and not into a form.
        await using var reading = PageStage.Of(world, Observer);
        var read = Translate(reading, link[link.IndexOf('?')..]);
        read.FindAll("article.pair").ShouldContain(a => a.Id == open.Id);
        read.FindAll("article button, article form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_reads_in_the_readers_language_and_nowhere_is_a_text_shown_that_is_out_of_date()
    {
        await using var world = await World.OpenAsync();
        var texts = await CountryTexts.WriteAsync(world);
        await texts.TranslateAllAsync();
        await using var stage = PageStage.Of(world, Observer);
        foreach (var reader in Readers)
        {
            Shown(stage, reader, "en").Count.ShouldBe(0, $"{reader.Address} in English");
            var spanish = Shown(stage, reader, "es");
            spanish.Count.ShouldBe(reader.Texts, reader.Address);
            // Each in its language for a screen reader, and marked as what it is.
            spanish.ShouldAllBe(e => e.GetAttribute("lang") == "es" || e.Ancestors<IElement>().Any(a => a.GetAttribute("lang") == "es"));
        }
        await texts.ChangeAllAsync();
        foreach (var reader in Readers)
            foreach (var language in new[] { "en", "es" })
                Shown(stage, reader, language).ShouldBeEmpty($"{reader.Address} in {language}");
    }

    [Fact]
    public async Task A_translation_by_a_machine_says_so_and_one_that_is_out_of_date_says_why_the_original_is_shown()
    {
        await using var world = await World.OpenAsync();
        var texts = await CountryTexts.WriteAsync(world);
        await texts.SaveAsync("Commitment", "Statement", made: HowMade.Machine);
        await using var stage = PageStage.Of(world, Observer);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/commitments");
        stage.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd")).Find("#commitment-HN-C1 th .translated").TextContent.ShouldBe("traducción automática");
        await texts.ChangeAllAsync();
        var row = stage.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd")).Find("#commitment-HN-C1 th");
        row.QuerySelector(".given")!.TextContent.ShouldBe(CountryTexts.Changed);
        row.QuerySelector(".given")!.GetAttribute("lang").ShouldBe("en");
        row.QuerySelector(".translated.stale").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_form_of_a_commitment_asks_in_which_language_it_is_written()
    {
        await using var world = await World.OpenAsync();
        await CountryTexts.WriteAsync(world);
        await using var stage = PageStage.Of(world, CountryTexts.Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/commitments");
        var page = stage.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd"));
        await page.Find(".page-header button").ClickAsync(new());
        page.Find("select[id$=ContentLanguage]").GetAttribute("value").ShouldBe("en");
        await page.Find("select[id$=ContentLanguage]").ChangeAsync("es");
        page.Find("textarea[id$=Statement]").GetAttribute("lang").ShouldBe("es");
    }

    // The innermost elements that say the translation.
    private static List<IElement> Shown(PageStage stage, (string Address, Func<PageStage, IRenderedComponent<IComponent>> Render, int Texts) reader, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(reader.Address);
        var page = reader.Render(stage);
        // What is found is found by its words, in whatever language they are; the page of results is asked as a Spanish reader only.
        if (language == "en" && reader.Address.Contains("search", StringComparison.Ordinal)) return [];
        return [.. page.FindAll("*").Where(e => e.TextContent.Contains("sobre desplazamiento", StringComparison.Ordinal) && !e.Children.Any(c => c.TextContent.Contains("sobre desplazamiento", StringComparison.Ordinal)))];
    }

    private static IRenderedComponent<TranslatePage> Translate(PageStage stage, string query)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/translations/country" + query);
        return stage.Render<TranslatePage>(p => p.Add(x => x.Country, "hnd"));
    }
}
