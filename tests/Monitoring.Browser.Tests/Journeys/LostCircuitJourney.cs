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

    // What the framework tells the dialog when the server no longer knows the circuit.
    private static Task RejectAsync(IPage page) => page.EvaluateAsync("""
        () => document.getElementById("components-reconnect-modal")
            .dispatchEvent(new CustomEvent("components-reconnect-state-changed", { detail: { state: "rejected" } }))
        """);
}
