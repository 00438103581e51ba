using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Monitoring.Browser.Tests.Looks;

/// <summary>Every page, in both languages, light and dark, and on a phone.</summary>
public sealed class LooksTests(Gallery gallery) : IClassFixture<Gallery>
{
    private const int Phone = 390;

    public static IEnumerable<TheoryDataRow<Visit, string>> Visits =>
        Pages.All.SelectMany(_ => new[] { "es", "en" }, (visit, language) => new TheoryDataRow<Visit, string>(visit, language));

    [Theory, MemberData(nameof(Visits), DisableDiscoveryEnumeration = true)]
    public async Task A_page_is_readable_by_everybody(Visit visit, string language)
    {
        var reader = await gallery.ReaderAsync(visit.Person, language);
        var page = reader.Page;
        await page.SetViewportSizeAsync(1280, 900);
        var answer = await reader.GoAsync(visit.Address);

        answer.Status.ShouldBe(visit.Status);
        new Uri(page.Url).PathAndQuery.ShouldBe(visit.Address);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        await Expect(page.Locator("h1")).ToHaveCountAsync(1);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark]) (await BarriersAsync(page, scheme)).ShouldBeEmpty();
        (await SticksOutAsync(page)).ShouldBeEmpty();
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_is_looked_at() =>
        Pages.Routes.Except(Pages.WithoutLooks).Except(Pages.All.Select(v => v.Route)).ShouldBeEmpty();

    // Nothing but the colours differs in the dark.
    private static readonly RunOnlyOptions OfColours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    private static async Task<IEnumerable<string>> BarriersAsync(IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))");
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = scheme is ColorScheme.Dark ? OfColours : null });
        return result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{scheme}: {v.Id}, {v.Help}: {string.Join(" | ", v.Nodes.Take(5).Select(n => n.Html))}");
    }

    // What is wider than a phone and has no scroll bar of its own.
    private static async Task<string[]> SticksOutAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Phone, 844);
        // The new width is laid out with the next frames, not with the call.
        return await page.EvaluateAsync<string[]>("""
            async () => {
              await new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              const scrolls = e => { for (; e && e !== document.body; e = e.parentElement) if (getComputedStyle(e).overflowX !== "visible") return true; };
              return [`${root.scrollWidth} px wide`, ...[...document.body.querySelectorAll("*")]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(e.parentElement))
                .slice(0, 5).map(e => e.cloneNode().outerHTML)];
            }
            """);
    }
}
