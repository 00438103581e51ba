using System.Diagnostics;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>Somebody types and the tab, or the program, is gone: whatever was typed a second before or earlier is offered back.</summary>
public sealed class DraftJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private const string Words = "Se instaló la mesa técnica con ñandúes, 7 municipios y 😀 «comillas»; acta firmada el martes. ";
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly Chromium _browser = browser;

    [Fact]
    public async Task A_tab_that_is_closed_while_typing_loses_nothing_that_was_typed_a_second_before()
    {
        var reader = await SignedInAsync("focal.hnd");
        await reader.GoAsync("/hnd/initiatives/HN-MAHE?edit=result");
        var typed = await TypeAsync(reader.Page);
        var context = reader.Page.Context;
        await reader.Page.CloseAsync();

        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(reader.Address, "/hnd").ToString());
        await page.Locator("#drafts a").ClickAsync();
        await ShouldBeOfferedAsync(page, typed);
        await page.Locator("#result-form [type=submit]").ClickAsync();
        await Expect(page.Locator("#results")).ToContainTextAsync(typed.Trim());
        await page.GotoAsync(new Uri(reader.Address, "/hnd").ToString());
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator("#drafts")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_program_that_is_killed_loses_nothing_that_was_typed_a_second_before()
    {
        var context = await _browser.OpenAsync(new BrowserNewContextOptions { Locale = "en" });
        await using var program = await AppProcess.StartAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(program.Address, "/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^focal.hnd@demo\\.example") }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(new Uri(program.Address, "/hnd/initiatives/HN-MAHE?edit=result").ToString());
        await page.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        var typed = await TypeAsync(page);
        await program.KillAsync();
        await page.CloseAsync();
        await program.StartAgainAsync();

        page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(program.Address, "/hnd/initiatives/HN-MAHE").ToString());
        await ShouldBeOfferedAsync(page, typed);
        await context.DisposeAsync();
    }

    /// <summary>Types for some seconds without a pause; returns what was typed at least a second before the end.</summary>
    private static async Task<string> TypeAsync(IPage page)
    {
        var text = page.Locator("#result-form-Text");
        await text.FocusAsync();
        var clock = Stopwatch.StartNew();
        var times = new List<TimeSpan>();
        foreach (var rune in Words.EnumerateRunes())
        {
            await page.Keyboard.InsertTextAsync(rune.ToString());
            for (var i = 0; i < rune.Utf16SequenceLength; i++) times.Add(clock.Elapsed);
            await Task.Delay(25);
        }
        var end = clock.Elapsed;
        var early = Words[..times.Count(t => t <= end - Kept)];
        early.Length.ShouldBeGreaterThan(20, "it was typed too fast to say anything");
        return early;
    }

    private static async Task ShouldBeOfferedAsync(IPage page, string typed)
    {
        await page.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        var offer = page.Locator("#results .draft-offer");
        await Expect(offer).ToHaveCountAsync(1);
        await offer.GetByRole(AriaRole.Button, new() { Name = "Take it up again" }).ClickAsync();
        await Expect(page.Locator("#result-form-Text")).ToBeVisibleAsync();
        (await page.Locator("#result-form-Text").InputValueAsync()).ShouldStartWith(typed.TrimEnd());
    }
}
