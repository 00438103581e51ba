namespace Monitoring.Browser.Tests.Looks;

/// <summary>
/// The pictures of the guides, anew from the program as it is: <c>.ci/pictures</c>. Each in both languages, at the size in which a guide
/// shows it. A test holds the guides to the pictures that there are.
/// </summary>
public sealed class GuidePictures(Gallery gallery) : IClassFixture<Gallery>
{
    private static readonly (string Name, string Person, string Address)[] All =
    [
        ("home", "focal.hnd", "/hnd"),
        ("sheet", "focal.hnd", "/hnd/initiatives/HN-MAHE"),
        ("values", "focal.hnd", "/hnd/indicators/HN-MAHE-I1?period=2021-S2&edit=values"),
        ("report", "focal.hnd", "/hnd/report"),
        ("cycles", "lead", "/region/cycles"),
        ("review", "lead", "/region/cycles/2021-S1/hnd"),
        ("compare", "lead", "/region/compare"),
        ("figures", "lead", "/region/figures"),
    ];

    [Fact(Explicit = true)]
    public async Task Of_what_the_guides_explain_in_both_languages()
    {
        var folder = Path.GetFullPath(Environment.GetEnvironmentVariable("MONITORING_PICTURES") ?? Path.Combine("docs", "images"));
        Directory.CreateDirectory(folder);
        foreach (var (name, person, address) in All)
            foreach (var language in (string[])["es", "en"])
            {
                var reader = await gallery.ReaderAsync(person, language);
                await reader.Page.SetViewportSizeAsync(1120, 760);
                await reader.GoAsync(address);
                // The caret would blink into one picture and not into the next.
                await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{language}.png"), Caret = ScreenshotCaret.Hide, Animations = ScreenshotAnimations.Disabled });
            }
    }
}
