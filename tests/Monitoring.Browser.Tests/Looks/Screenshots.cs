namespace Monitoring.Browser.Tests.Looks;

/// <summary>
/// Pictures of every page for people to judge:
/// <c>MONITORING_SCREENSHOTS=shots dotnet run --project tests/Monitoring.Browser.Tests -- -explicit only</c>.
/// </summary>
public sealed class Screenshots(Gallery gallery) : IClassFixture<Gallery>
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("desktop", 1280, 900), ("phone", 390, 844)];

    [Fact(Explicit = true)]
    public async Task Of_every_page_in_both_languages_light_and_dark_on_desktop_and_phone()
    {
        var folder = Environment.GetEnvironmentVariable("MONITORING_SCREENSHOTS") ?? "screenshots";
        foreach (var visit in Pages.All)
            foreach (var language in (string[])["es", "en"])
                await TakeAsync(await gallery.ReaderAsync(visit.Person, language), visit, Path.GetFullPath(folder), language);
    }

    private static async Task TakeAsync(Reader reader, Visit visit, string folder, string language)
    {
        foreach (var (screen, width, height) in Screens)
        {
            await reader.Page.SetViewportSizeAsync(width, height);
            await reader.GoAsync(visit.Address);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                // The new colours are painted with the next frames, not with the call.
                await reader.Page.EvaluateAsync("() => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))");
                var name = $"{visit}.{language}.{(scheme is ColorScheme.Dark ? "dark" : "light")}.{screen}.png".ToLowerInvariant();
                await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
            }
        }
    }
}
