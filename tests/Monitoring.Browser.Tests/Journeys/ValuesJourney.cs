namespace Monitoring.Browser.Tests.Journeys;

/// <summary>The focal point of Honduras fills in the values of an indicator.</summary>
public sealed class ValuesJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    // Counts without a value in this half: each test has an indicator of its own, as they share one app.
    private const string Form = "#values-form", Half = "?period=2021-S2&edit=values";

    [Fact]
    public async Task A_row_is_filled_by_keyboard_alone_a_warning_wants_its_reason_and_history_tells_it()
    {
        var reader = await SignedInAsync("focal.hnd");
        var page = reader.Page;
        await reader.GoAsync("/hnd/indicators/HN-MAHE-I5" + Half);
        reader.Clicks = 0;
        await page.Locator($"{Form}-All-0-0").FocusAsync();
        // The total and the first three of its parts: from cell to cell with the arrow.
        foreach (var number in (string[])["10", "7", "4", "1"])
        {
            await page.Keyboard.TypeAsync(number);
            await page.Keyboard.PressAsync("ArrowRight");
        }
        await page.Keyboard.PressAsync("Control+Enter");

        var warnings = page.Locator($"{Form} .warnings");
        await Expect(warnings).ToContainTextAsync("the parts by sex come to 12, more than the total of 10");
        await page.Locator($"{Form}-Reason").FocusAsync();
        await page.Keyboard.TypeAsync("Two persons are in both lists");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(Form)).ToHaveCountAsync(0);
        await Expect(page.Locator("#period .warnings")).ToContainTextAsync("12");
        reader.Clicks.ShouldBe(0);

        await reader.GoAsync("/hnd/history?subject=Measurement");
        await Expect(page.Locator("main")).ToContainTextAsync("HN-MAHE-I5");
        await Expect(page.Locator("main")).ToContainTextAsync("Two persons are in both lists");
    }

    [Fact]
    public async Task A_block_of_a_spreadsheet_is_previewed_cell_by_cell_and_saved_once_it_is_taken()
    {
        var reader = await SignedInAsync("focal.hnd");
        var page = reader.Page;
        await reader.GoAsync("/hnd/indicators/HN-MAHE-I7" + Half);
        await page.Locator($"{Form}-Female-1-0").EvaluateAsync("""
            cell => {
              const data = new DataTransfer();
              data.setData("text/plain", "3\t4\n5\t6\n");
              cell.focus();
              cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(page.Locator(".preview tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator(".preview")).ToContainTextAsync("4 new");
        (await page.Locator($"{Form}-Female-1-0").InputValueAsync()).ShouldBe("", "nothing changes before it is taken");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put all 4 cells into the form" }).ClickAsync();
        await Expect(page.Locator($"{Form}-Male-2-0")).ToHaveValueAsync("6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save all values" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Values saved: 4.");
        await Expect(page.Locator("#period")).ToContainTextAsync("6");
        await reader.GoAsync("/hnd/history?subject=Measurement");
        await Expect(page.Locator("main")).ToContainTextAsync("HN-MAHE-I7");
    }

    [Fact]
    public async Task A_tab_that_is_closed_while_filling_cells_gives_them_back()
    {
        var reader = await SignedInAsync("focal.hnd");
        await reader.GoAsync("/hnd/indicators/HN-MAHE-I2" + Half);
        await reader.Page.Locator($"{Form}-All-0-0").FocusAsync();
        await reader.Page.Keyboard.TypeAsync("41");
        await reader.Page.Keyboard.PressAsync("ArrowRight");
        await reader.Page.Keyboard.TypeAsync("23");
        // The last cell is never left.
        await Expect(reader.Page.Locator($"{Form} .edit-kept")).ToContainTextAsync("Draft kept");
        await reader.Page.WaitForTimeoutAsync(1000);
        var context = reader.Page.Context;
        await reader.Page.CloseAsync();

        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(reader.Address, "/hnd").ToString());
        await page.Locator("#drafts a").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/hnd/indicators/HN-MAHE-I2?period=2021-S2", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        await page.Locator("#period .draft-offer").GetByRole(AriaRole.Button, new() { Name = "Take it up again" }).ClickAsync();
        await Expect(page.Locator($"{Form}-All-0-0")).ToHaveValueAsync("41");
        await Expect(page.Locator($"{Form}-Female-0-0")).ToHaveValueAsync("23");
        await page.Locator($"{Form} [type=submit]").ClickAsync();
        await Expect(page.Locator(Form)).ToHaveCountAsync(0);
        await Expect(page.Locator("#period")).ToContainTextAsync("41");
        await Expect(page.Locator("#period .draft-offer")).ToHaveCountAsync(0);
        await page.GotoAsync(new Uri(reader.Address, "/hnd").ToString());
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator("#drafts")).ToHaveCountAsync(0);
    }
}
