using System.Text.RegularExpressions;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>An analyst asks of a figure where it comes from.</summary>
public sealed class FigurePartsJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    [Fact]
    public async Task From_the_overview_to_a_figure_to_its_parts_to_their_source()
    {
        var reader = await SignedInAsync("analyst");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "6 of 7 (85.7 %)" }).First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/region/figures/parts\\?of=results"));
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Initiatives with results");
        await Expect(reader.Page.GetByText("6 of 7 (85.7 %)").First).ToBeVisibleAsync();
        var part = reader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "HN-MAHE" }).First;
        await Expect(part).ToContainTextAsync("source, lines");
        await Expect(part).ToContainTextAsync("Snapshot 1");
    }
}
