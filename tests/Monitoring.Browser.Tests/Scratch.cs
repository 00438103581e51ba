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
}
