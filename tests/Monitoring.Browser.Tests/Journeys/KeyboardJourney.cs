namespace Monitoring.Browser.Tests.Journeys;

/// <summary>The main job with the keyboard alone, and with what is focused visible at each step.</summary>
public sealed class KeyboardJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private const int MostTabs = 80;

    [Fact]
    public async Task A_status_is_updated_by_keyboard_alone()
    {
        var reader = await SomebodyAsync();
        var page = reader.Page;
        await reader.GoAsync("/sign-in");
        await page.GetByLabel("E-mail").FocusAsync();
        await page.Keyboard.TypeAsync("focal.hnd@demo.example");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Demo-2021-MIRPS");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/hnd");
        await reader.ReadyAsync();

        await TabToAsync(page, "Initiatives");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/hnd/initiatives");
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await TabToAsync(page, "HN-MAHE");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/hnd/initiatives/HN-MAHE");
        await Expect(reader.Section("Status")).ToBeVisibleAsync();
        await TabToAsync(page, "Update status");
        await page.Keyboard.PressAsync("Enter");

        // The form has the focus; its first field is the next stop.
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "Update status" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(reader.Section("Status").GetByLabel("Stage", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Comp");
        await page.Keyboard.PressAsync("Tab");
        await TabToAsync(page, "Save status");
        await page.Keyboard.PressAsync("Enter");

        await Expect(reader.Stated("Status", "Completed")).ToBeVisibleAsync();
        reader.Clicks.ShouldBe(0);
    }

    [Fact]
    public async Task A_text_is_translated_by_keyboard_alone_and_the_next_one_is_open()
    {
        var reader = await SignedInAsync("focal.mex");
        var page = reader.Page;
        await reader.GoAsync("/mex/initiatives/MX-PILOT");
        var clicks = reader.Clicks;
        await TabToAsync(page, "Translate into Spanish");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/translate");
        await Expect(page.Locator("#part-title")).ToBeVisibleAsync();
        await TabToAsync(page, "Title: Pilot");
        await page.Keyboard.PressAsync("Enter");

        var title = page.Locator("#part-title + article");
        await Expect(title.Locator("form")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(title.GetByLabel("Translation")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Proyecto piloto de inclusión");
        await TabToAsync(page, "Save and go to the next");
        await page.Keyboard.PressAsync("Enter");

        await Expect(title.GetByText("Proyecto piloto de inclusión")).ToBeVisibleAsync();
        await Expect(page.Locator("#part-summary + article form")).ToBeFocusedAsync();
        reader.Clicks.ShouldBe(clicks);
    }

    [Fact]
    public async Task The_first_stop_of_a_page_skips_to_its_content()
    {
        var reader = await SignedInAsync("focal.hnd");
        await reader.GoAsync("/hnd/initiatives");
        await reader.Page.Locator("body").EvaluateAsync("body => { document.activeElement.blur(); getSelection().removeAllRanges(); }");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("#main")).ToBeFocusedAsync();
    }

    // Tabs until what has the focus is called that, and demands that a sighted person sees where they are.
    private static async Task TabToAsync(IPage page, string name)
    {
        var stops = new List<string>();
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string>("""
                () => {
                  const e = document.activeElement;
                  const words = e.getAttribute("aria-label") ?? (e.matches("a, button") ? e.innerText : e.tagName);
                  return words.replace(/\s+/g, " ").trim();
                }
                """);
            stops.Add(stop);
            if (!stop.Contains(name, StringComparison.Ordinal)) continue;
            var outline = await page.EvaluateAsync<string>("""
                () => { const s = getComputedStyle(document.activeElement); return s.outlineStyle === "none" && s.boxShadow === "none" ? "none" : "shown"; }
                """);
            outline.ShouldBe("shown", $"nothing shows that '{stop}' has the focus");
            return;
        }
        Assert.Fail($"'{name}' is not reached by Tab. Stops: {string.Join(" · ", stops)}");
    }
}
