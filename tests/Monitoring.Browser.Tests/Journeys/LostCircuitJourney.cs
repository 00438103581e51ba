using System.Text.RegularExpressions;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>The program was started again while somebody wrote: the circuit is gone, what was typed is not.</summary>
public sealed class LostCircuitJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private const string Typed = "Not saved yet: ñ á 😀\nsecond line";

    [Fact]
    public async Task What_was_typed_is_given_back_before_the_page_loads_again()
    {
        var reader = await SomebodyAsync();
        await reader.SignInAsync("focal.hnd");
        await reader.GoAsync("/hnd/initiatives/new");
        await reader.ReadyAsync();
        var page = reader.Page;
        await page.Locator("main textarea").FillAsync(Typed);
        await RejectAsync(page);

        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("What you typed")).ToBeFocusedAsync();
        (await dialog.GetByLabel("What you typed").InputValueAsync()).ShouldContain(Typed);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Load the page again" }).ClickAsync();
        await reader.ReadyAsync();
        await Expect(page.Locator("main textarea")).ToHaveValueAsync("");
        // Filled and thus sent before the circuit was gone: offered back too.
        await Expect(page.Locator(".draft-offer blockquote")).ToHaveTextAsync(Typed);
    }

    [Fact]
    public async Task Whoever_types_on_while_the_connection_is_down_loses_no_letter_and_no_place()
    {
        var reader = await SomebodyAsync();
        var page = reader.Page;
        var isDown = false;
        IWebSocketRoute? line = null;
        await page.RouteWebSocketAsync(new Regex("/_blazor"), route =>
        {
            route.ConnectToServer();
            line = route;
        });
        await page.RouteAsync(new Regex("/_blazor/negotiate"), route => isDown ? route.AbortAsync() : route.ContinueAsync());
        await reader.SignInAsync("focal.mex");
        await reader.GoAsync("/mex/initiatives/new");
        await reader.ReadyAsync();
        var field = page.Locator("main textarea");
        await field.FocusAsync();
        await page.Keyboard.TypeAsync("before ");
        isDown = reader.IsCutOff = true;
        await line!.CloseAsync();
        await page.Keyboard.TypeAsync("while it breaks ");
        var banner = page.Locator("#components-reconnect-modal");
        await Expect(banner).ToBeVisibleAsync();
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("and while it is down");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(banner).ToHaveClassAsync(new Regex("again"));

        isDown = false;
        await Expect(banner).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(field).ToHaveValueAsync("before while it breaks and while it is down");
        reader.IsCutOff = false;
        // The server has it all: what it offers after a new start is what was typed.
        await Expect(page.Locator("form.edit-frame")).ToHaveAttributeAsync("data-kept", new Regex("Summary"), new() { Timeout = 20_000 });
        await page.ReloadAsync();
        await reader.ReadyAsync();
        await Expect(page.Locator(".draft-offer blockquote")).ToHaveTextAsync("before while it breaks and while it is down");
    }

    // What the framework tells the dialog when the server no longer knows the circuit.
    private static Task RejectAsync(IPage page) => page.EvaluateAsync("""
        () => document.getElementById("components-reconnect-modal")
            .dispatchEvent(new CustomEvent("components-reconnect-state-changed", { detail: { state: "rejected" } }))
        """);
}
