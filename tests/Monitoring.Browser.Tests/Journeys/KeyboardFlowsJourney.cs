using Deque.AxeCore.Playwright;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>The work of a country by keyboard alone. After each step the focus is where the work is, and never at the top of the page again.</summary>
public sealed class KeyboardFlowsJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    [Fact]
    public async Task A_commitment_and_a_budget_line_are_added()
    {
        var (reader, keys) = await AtAsync("focal.hnd", "/hnd/commitments");
        var page = reader.Page;
        await keys.PressAsync("+ Add a commitment");
        await keys.OpenedAsync("commitment-form");
        await keys.TypeAsync("Code", "HN-KEYS");
        await keys.TypeAsync("Commitment", "To work by keys.");
        await keys.SaveAsync("Save commitment", "commitment-form", "main");
        await Expect(page.Locator("main")).ToContainTextAsync("To work by keys.");
        await CleanAsync(page);

        await reader.GoAsync("/hnd/budget");
        await keys.PressAsync("+ Add a budget line");
        await keys.IsInAsync("form.edit-frame");
        await keys.ToAsync("For");
        await page.Keyboard.TypeAsync("HN-KEYS");
        await keys.TypeAsync("Fiscal year", "2022");
        await keys.ToAsync("Currency");
        await page.Keyboard.TypeAsync("USD");
        await keys.TypeAsync("Required", "1500");
        await keys.PressAsync("Save budget line");
        await Expect(page.Locator("form.edit-frame")).ToHaveCountAsync(0);
        await Expect(page.Locator("main")).ToContainTextAsync("1,500");
        await keys.IsInAsync("main");
        await CleanAsync(page);
        reader.Clicks.ShouldBe(0);
    }

    private async Task<(Reader Reader, Keys Keys)> AtAsync(string name, string path)
    {
        var reader = await SignedInAsync(name);
        await reader.GoAsync(path);
        reader.Clicks = 0;
        return (reader, new Keys(reader.Page));
    }

    private static async Task CleanAsync(IPage page)
    {
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
    }
}
