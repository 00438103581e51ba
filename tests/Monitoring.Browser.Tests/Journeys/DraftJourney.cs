using Microsoft.Data.Sqlite;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>Somebody types and the tab, the program, the database or the sign-in is gone: whatever was typed is offered back, to its last letter.</summary>
public sealed class DraftJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private const string Words = "Se instaló la mesa técnica con ñandúes, 7 municipios y 😀 «comillas»; acta firmada el martes. ";

    private readonly Chromium _browser = browser;

    [Fact]
    public async Task A_tab_that_is_closed_while_typing_loses_nothing()
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
    public async Task A_program_that_is_killed_while_somebody_types_loses_nothing()
    {
        await using var program = await AppProcess.StartAsync();
        var context = await _browser.OpenAsync(new BrowserNewContextOptions { Locale = "en" });
        var page = await TypingAsync(context, program);
        var typed = await TypeAsync(page);
        await program.KillAsync();
        await page.CloseAsync();
        await program.StartAgainAsync();

        page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(program.Address, "/hnd/initiatives/HN-MAHE").ToString());
        await ShouldBeOfferedAsync(page, typed);
        await context.DisposeAsync();
    }

    [Fact]
    public async Task What_is_typed_while_the_database_is_locked_outlives_the_program_and_the_tab()
    {
        await using var program = await AppProcess.StartAsync();
        var context = await _browser.OpenAsync(new BrowserNewContextOptions { Locale = "en" });
        var page = await TypingAsync(context, program);
        string typed;
        await using (var other = new SqliteConnection($"Data Source={program.DatabaseFile};Pooling=false"))
        {
            await other.OpenAsync();
            await using (other.BeginTransaction(deferred: false))
            {
                typed = await TypeAsync(page);
                await program.KillAsync();
            }
        }
        await page.CloseAsync();
        await program.StartAgainAsync();

        page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(program.Address, "/hnd").ToString());
        await Expect(page.Locator("#drafts")).ToContainTextAsync(typed.Trim(), new() { Timeout = 20_000 });
        await page.Locator("#drafts a").ClickAsync();
        await ShouldBeOfferedAsync(page, typed);
        // The browser holds nothing any more: the server has it.
        (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('monitoring:unsent:')).length")).ShouldBe(0);
        await page.Locator("#result-form [type=submit]").ClickAsync();
        await Expect(page.Locator("#results")).ToContainTextAsync(typed.Trim());
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        await Expect(page.Locator(".draft-offer")).ToHaveCountAsync(0);
        await context.DisposeAsync();
    }

    [Fact]
    public async Task What_is_typed_after_the_sign_in_has_ended_is_offered_to_the_same_person_and_to_nobody_else()
    {
        var reader = await SignedInAsync("focal.hnd");
        await reader.GoAsync("/hnd/initiatives/HN-ART?edit=result");
        var page = reader.Page;
        await Expect(page.Locator("#result-form-Text")).ToBeVisibleAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(reader.Address, "/hnd").ToString());
        await other.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        // The page goes to the sign-in when it next looks, which may be at once: they type on until it does, and the page notes what stood there last.
        await page.Locator("#result-form-Text").FocusAsync();
        await page.Locator("#result-form-Text").EvaluateAsync("field => field.addEventListener('input', () => localStorage.setItem('typed', field.value))");
        await page.Keyboard.InsertTextAsync("Typed ");
        await other.RunAndWaitForResponseAsync(() => other.Locator("#account [type=submit]").EvaluateAsync("button => button.form.requestSubmit()"), "**/sign-out");
        while (!page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await page.Keyboard.InsertTextAsync("late, ");
            await Task.Delay(50);
        }
        await page.WaitForURLAsync("**/sign-in**");
        var typed = (await page.EvaluateAsync<string>("localStorage.getItem('typed')")).Trim();
        await other.CloseAsync();

        await reader.SignInAsync("approver.hnd");
        await reader.GoAsync("/hnd");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Expect(page.Locator("#drafts")).ToHaveCountAsync(0);
        await page.Locator("#account [type=submit]").EvaluateAsync("button => button.form.requestSubmit()");
        await page.WaitForURLAsync(url => !url.EndsWith("/hnd", StringComparison.Ordinal));
        await reader.SignInAsync("focal.hnd");
        await reader.GoAsync("/hnd");
        await Expect(page.Locator("#drafts")).ToContainTextAsync(typed, new() { Timeout = 20_000 });
        await page.Locator("#drafts li > button").ClickAsync();
        await Expect(page.Locator("#drafts")).ToHaveCountAsync(0);
    }

    // In the form of a result, at the keys.
    private static async Task<IPage> TypingAsync(IBrowserContext context, AppProcess program)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(program.Address, "/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^focal.hnd@demo\\.example") }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(new Uri(program.Address, "/hnd/initiatives/HN-MAHE?edit=result").ToString());
        await page.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        return page;
    }

    /// <summary>Types without a pause; returns all of it.</summary>
    private static async Task<string> TypeAsync(IPage page)
    {
        await page.Locator("#result-form-Text").FocusAsync();
        foreach (var rune in Words.EnumerateRunes()) await page.Keyboard.InsertTextAsync(rune.ToString());
        return Words;
    }

    private static async Task ShouldBeOfferedAsync(IPage page, string typed)
    {
        await page.WaitForFunctionAsync("() => document.body.hasAttribute('data-interactive')");
        var offer = page.Locator("#results .draft-offer");
        await Expect(offer).ToHaveCountAsync(1);
        await offer.GetByRole(AriaRole.Button, new() { Name = "Take it up again" }).ClickAsync();
        await Expect(page.Locator("#result-form-Text")).ToBeVisibleAsync();
        (await page.Locator("#result-form-Text").InputValueAsync()).TrimEnd().ShouldBe(typed.TrimEnd());
    }
}
