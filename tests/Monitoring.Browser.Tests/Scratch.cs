namespace Monitoring.Browser.Tests;
public sealed class Scratch(Looks.Gallery gallery) : IClassFixture<Looks.Gallery>
{
    [Fact(Explicit = true)]
    public async Task Dump()
    {
        Directory.CreateDirectory("/tmp/aria");
        foreach (var v in Looks.Pages.All)
        {
            try
            {
                var r = await gallery.ReaderAsync(v.Person, "en");
                await r.GoAsync(v.Address);
                await File.WriteAllTextAsync($"/tmp/aria/{v}.txt", r.Page.Url + "\n" + await r.Page.Locator("body").AriaSnapshotAsync());
            }
            catch (Exception e) { await File.WriteAllTextAsync($"/tmp/aria/{v}.txt", e.ToString()); }
        }
    }

    [Fact(Explicit = true)]
    public async Task Probe()
    {
        var r = await gallery.ReaderAsync("lead", "en");
        await r.Page.SetViewportSizeAsync(1280, 900);
        await r.GoAsync("/region");
        await r.Page.SetViewportSizeAsync(390, 844);
        Console.WriteLine(await r.Page.EvaluateAsync<string>("""
          () => [...document.querySelectorAll("table")].map(t => { const s = getComputedStyle(t), f = getComputedStyle(t.parentElement);
             return [t.getAttributeNames().join(), s.display, s.minWidth, s.width, f.overflowX, innerWidth, t.parentElement.className, matchMedia("(max-width: 45em)").matches].join(" "); }).join("\n")
          """));
        await r.Page.ScreenshotAsync(new() { Path = "/tmp/region390.png" });
    }
}
