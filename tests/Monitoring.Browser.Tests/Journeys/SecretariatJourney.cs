using System.Text.RegularExpressions;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>The technical secretariat reads the region and takes a comparison home.</summary>
public sealed class SecretariatJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    [Fact]
    public async Task The_region_says_how_complete_it_is_and_counts_a_country_that_has_nothing_yet()
    {
        var reader = await SignedInAsync("analyst");
        new Uri(reader.Page.Url).AbsolutePath.ShouldBe("/region");
        await Expect(reader.Page.GetByText("6 of 7 (85.7 %)").First).ToBeVisibleAsync();
        var salvador = reader.Section("Countries and the state of their data").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "El Salvador" });
        await Expect(salvador.GetByText("0 of 1")).ToBeVisibleAsync();
        await Expect(salvador.GetByText("does not share drafts")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("no amounts reported, 0 of 7").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_status_that_was_just_changed_is_there_as_a_draft_and_nothing_of_a_country_that_does_not_share()
    {
        await UpdateStatusAsync("focal.hnd", "/hnd/initiatives/HN-MAHE", "Completed", "A note that is Honduras's own");
        await UpdateStatusAsync("focal.slv", "/slv/initiatives/SV-CHAR", "Suspended", "A note that is El Salvador's own");

        var reader = await SignedInAsync("analyst");
        var matrix = reader.Section("Progress by country and axis").First;
        var honduras = matrix.GetByRole(AriaRole.Row).Filter(new() { HasText = "Honduras" });
        var mahe = honduras.GetByRole(AriaRole.Cell).Filter(new() { HasText = "HN-MAHE" });
        await Expect(mahe).ToContainTextAsync("Completed");
        await Expect(mahe).ToContainTextAsync("Draft");
        var salvador = matrix.GetByRole(AriaRole.Row).Filter(new() { HasText = "El Salvador" });
        await Expect(salvador).ToContainTextAsync("SV-CHAR");
        await Expect(salvador).Not.ToContainTextAsync("Suspended");
        await Expect(salvador).Not.ToContainTextAsync("Draft");
        // Status facts only: a note is a narrative, and waits for approval.
        foreach (var address in (string[])["/region", "/region/figures", "/region/compare"])
            (await reader.AskAsync(address)).Body.ShouldNotContain("A note that is");
    }

    [Fact]
    public async Task An_open_page_of_the_region_shows_what_a_country_saves_without_a_reload()
    {
        var reader = await SignedInAsync("lead");
        var language = reader.Page.Locator("html");
        await reader.Page.EvaluateAsync("window.stillTheSamePage = true");
        await UpdateStatusAsync("focal.mex", "/mex/initiatives/MX-PNDH", "Suspended", "");
        // A second for the feed, the rest for a crowded machine.
        await Expect(reader.Page.GetByText("Just changed: Mexico")).ToBeVisibleAsync();
        var mexico = reader.Section("Progress by country and axis").First.GetByRole(AriaRole.Row).Filter(new() { HasText = "Mexico" });
        await Expect(mexico.GetByRole(AriaRole.Cell).Filter(new() { HasText = "MX-PNDH" })).ToContainTextAsync("Suspended");
        await Expect(language).ToHaveAttributeAsync("lang", "en");
        (await reader.Page.EvaluateAsync<bool>("window.stillTheSamePage === true")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_added_is_refused_with_the_reason()
    {
        var reader = await SignedInAsync("lead");
        await reader.GoAsync("/region/figures");
        var main = reader.Page.Locator("main");
        await Expect(main).ToContainTextAsync("between 38 and 65 cases, overlap unknown");
        await Expect(main).ToContainTextAsync("Not added: they count different populations (Families with a productive venture, Relocated families).");
        await Expect(main).ToContainTextAsync("44.7 %");
        await Expect(main).ToContainTextAsync("17");
    }

    [Fact]
    public async Task A_comparison_is_downloaded_as_a_workbook_that_shows_the_same_with_marks_and_reasons()
    {
        var reader = await SignedInAsync("lead");
        await reader.GoAsync("/region/compare");
        var page = reader.Page;
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Budget", Exact = true }).CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("rows=[^&]*budget"));
        await Expect(reader.Section("Budget").First).ToBeVisibleAsync();
        await Expect(reader.Section("Initiatives").First.GetByText("MX-PNDH").First).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Download comparison sheet" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        var book = Workbook.Read(await download.PathAsync());

        book.Sheets.ShouldContain("Notes");
        book.Formulas.ShouldBe(0);
        foreach (var sheet in book.Sheets.Except(["Cover"])) book.HasFrozenHeader(sheet).ShouldBeTrue(sheet);
        var results = book.Sheets.Single(s => s.StartsWith("Results", StringComparison.Ordinal));
        book.HasFilter(results).ShouldBeTrue();
        book.Cells(results).ShouldContain("Mark");
        var all = string.Join('\n', book.Sheets.SelectMany(book.Cells));
        foreach (var expected in (string[])["HN-MAHE-R2", "SV-CHAR", "lines", "Nothing reported", "units differ"]) all.ShouldContain(expected, Case.Insensitive);
        // Money of the demo would be here if drafts were.
        all.ShouldNotContain("190,000");
        string.Join('\n', book.Cells("Notes")).ShouldContain("Not added", Case.Insensitive);
    }

    private async Task UpdateStatusAsync(string person, string address, string stage, string note)
    {
        var reader = await SignedInAsync(person);
        await reader.GoAsync(address);
        var status = reader.Section("Status");
        await status.GetByRole(AriaRole.Button, new() { Name = "Update status" }).ClickAsync();
        await reader.ChooseAsync(status.GetByLabel("Stage", new() { Exact = true }), stage);
        await status.GetByLabel("Note on the stage").FillAsync(note);
        await status.GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();
        await Expect(reader.Stated("Status", stage)).ToBeVisibleAsync();
    }
}
