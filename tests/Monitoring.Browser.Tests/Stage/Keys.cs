namespace Monitoring.Browser.Tests.Stage;

/// <summary>Somebody who has a keyboard and nothing else, and sees at each stop where they are.</summary>
public sealed class Keys(IPage page)
{
    private const int MostTabs = 200;

    // What a stop is called: its own name, or that of its field. A form has often the name of its button, and is none.
    private const string NameOfFocus = """
        () => {
          const e = document.activeElement;
          const words = e.matches("form") ? e.tagName : e.getAttribute("aria-label") ?? (e.matches("a, button, summary") ? e.textContent : e.labels?.[0]?.textContent ?? e.tagName);
          return words.replace(/\s+/g, " ").trim();
        }
        """;

    /// <summary>Tabs on until the stop whose name begins so (it may be the present one), and demands that a sighted person sees it.</summary>
    public async Task ToAsync(string name)
    {
        var stops = new List<string>();
        for (var i = 0; i < MostTabs; i++)
        {
            var stop = await page.EvaluateAsync<string>(NameOfFocus);
            stops.Add(stop);
            if (stop.StartsWith(name, StringComparison.Ordinal))
            {
                await ShowsAsync(stop);
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"'{name}' is not reached by Tab. Stops: {string.Join(" · ", stops)}");
    }

    public async Task PressAsync(string name, string key = "Enter")
    {
        await ToAsync(name);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes to a field and types in the place of what stands there.</summary>
    public async Task TypeAsync(string label, string text)
    {
        await ToAsync(label);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Waits for the form that was opened: the focus is on it or on its first field, and is seen there.</summary>
    public async Task OpenedAsync(string form)
    {
        await IsInAsync($"[id='{form}']");
        await ShowsAsync(form);
    }

    private async Task ShowsAsync(string stop)
    {
        var outline = await page.EvaluateAsync<string>("""
            () => { const s = getComputedStyle(document.activeElement); return s.outlineStyle === "none" && s.boxShadow === "none" ? "none" : "shown"; }
            """);
        outline.ShouldBe("shown", $"nothing shows that '{stop}' has the focus");
    }

    /// <summary>Saves by its button; the form goes, and the focus stays near to where it was.</summary>
    public async Task SaveAsync(string button, string form, string near)
    {
        await PressAsync(button);
        await GoneAsync(form);
        await IsInAsync(near);
    }

    // A form that stays says why.
    private async Task GoneAsync(string form)
    {
        var place = page.Locator($"[id='{form}']");
        try
        {
            await place.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{form} stays: {await place.InnerTextAsync()} · {string.Join(" | ", await place.EvaluateAsync<string[]>("f => [...f.elements].map(e => e.value)"))}");
        }
    }

    /// <summary>What has the focus is in there.</summary>
    public async Task IsInAsync(string near)
    {
        try
        {
            await page.WaitForFunctionAsync("near => document.activeElement?.closest(near)", near, new() { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The focus is not in {near} but on {await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)")}");
        }
    }
}
