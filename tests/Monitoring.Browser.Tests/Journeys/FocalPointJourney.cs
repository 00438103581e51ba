using System.Text.RegularExpressions;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>The focal point of Honduras brings an initiative up to date.</summary>
public sealed class FocalPointJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private const string FocalPoint = "Focal point, Honduras (demo)";

    [Fact]
    public async Task From_signing_in_to_a_saved_status_takes_at_most_six_clicks()
    {
        var reader = await SomebodyAsync();
        await reader.GoAsync("/sign-in");
        reader.Clicks = 0;
        await reader.SignInAsync("focal.hnd");
        new Uri(reader.Page.Url).AbsolutePath.ShouldBe("/hnd");

        await Attention(reader).GetByRole(AriaRole.Link, new() { Name = "HN-MAHE", Exact = true }).ClickAsync();
        var status = reader.Section("Status");
        await status.GetByRole(AriaRole.Button, new() { Name = "Update status" }).ClickAsync();
        await reader.ChooseAsync(status.GetByLabel("Stage", new() { Exact = true }), "Completed");
        await status.GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();

        await Expect(reader.Stated("Status", "Completed")).ToBeVisibleAsync();
        reader.Clicks.ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task The_home_page_says_what_needs_attention_now()
    {
        var reader = await SignedInAsync("focal.hnd");
        var attention = Attention(reader);
        // The demo sets due dates around today: one of them has passed, whenever the demo is run.
        var overdue = attention.GetByRole(AriaRole.List, new() { NameRegex = new("Overdue next steps") });
        await Expect(overdue.GetByText("HN-MAHE-N2", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(attention.GetByRole(AriaRole.Link, new() { NameRegex = new("^Update status.*HN-MAHE$") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_fact_sheet_is_whole_and_in_the_order_of_the_report()
    {
        var reader = await SignedInAsync("focal.hnd");
        await reader.GoAsync("/hnd/initiatives/HN-MAHE");
        await Expect(reader.Section("Budget").First).ToBeVisibleAsync();
        var headings = await reader.Page.Locator("main").GetByRole(AriaRole.Heading, new() { Level = 2 }).AllInnerTextsAsync();
        string[] order =
        [
            "Status", "Coverage and length", "Institutions and partners", "Target population", "Objectives", "Components",
            "Enabling elements", "Challenges", "Improvement needs", "Results to date", "Next steps", "Commitments it delivers", "Indicators", "Budget",
        ];
        headings.Where(order.Contains).ShouldBe(order);
        await Expect(reader.Section("Results to date").GetByText("HN-MAHE-R2", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(reader.Section("Indicators").First.GetByText("17/38")).ToBeVisibleAsync();
        await Expect(reader.Section("Improvement needs").GetByText("not reported")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_changed_is_saved_and_in_history_with_who_and_when()
    {
        var reader = await SignedInAsync("focal.hnd");
        var page = reader.Page;
        await reader.GoAsync("/hnd/initiatives/HN-MAHE");

        var status = reader.Section("Status");
        await status.GetByRole(AriaRole.Button, new() { Name = "Update status" }).ClickAsync();
        await reader.ChooseAsync(status.GetByLabel("Outlook", new() { Exact = true }), "Delayed");
        await status.GetByLabel("Note on the stage").FillAsync("Funds arrive in the second half of the year");
        await status.GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();
        await Expect(reader.Stated("Status", "Delayed")).ToBeVisibleAsync();
        await Expect(status.GetByText(FocalPoint)).ToBeVisibleAsync();

        var steps = reader.Section("Next steps");
        await steps.GetByRole(AriaRole.Button, new() { Name = "Edit: HN-MAHE-N3" }).ClickAsync();
        await reader.ChooseAsync(steps.GetByLabel("Status", new() { Exact = true }), "Under way");
        await steps.GetByRole(AriaRole.Button, new() { Name = "Save next step" }).ClickAsync();
        await Expect(steps.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "HN-MAHE-N3" }).GetByText("Under way")).ToBeVisibleAsync();

        var results = reader.Section("Results to date");
        await results.GetByRole(AriaRole.Button, new() { Name = "Add a result" }).ClickAsync();
        await results.GetByLabel("Text", new() { Exact = true }).FillAsync("Forty more cases were served");
        await results.GetByLabel("Institution that reports it").FillAsync("SEDH");
        await results.GetByRole(AriaRole.Button, new() { Name = "Save result" }).ClickAsync();
        await Expect(results.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Forty more cases were served" })).ToBeVisibleAsync();

        await reader.GoAsync("/hnd/initiatives/HN-MAHE");
        await Expect(reader.Stated("Status", "Funds arrive in the second half of the year")).ToBeVisibleAsync();
        await Expect(reader.Section("Results to date").GetByText("Forty more cases were served")).ToBeVisibleAsync();

        await reader.GoAsync("/hnd/history?initiative=HN-MAHE");
        var history = page.Locator("main");
        foreach (var told in (string[])["Not assessed", "Delayed", "Under way", "Forty more cases were served", FocalPoint])
            await Expect(history.GetByText(told).First).ToBeVisibleAsync();
        await Expect(history.Locator("time").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_versions_and_nothing_is_overwritten()
    {
        const string Address = "/hnd/initiatives/HN-ART";
        var first = await SignedInAsync("contributor.hnd");
        var second = await SignedInAsync("focal.hnd");
        foreach (var reader in (Reader[])[first, second])
        {
            await reader.GoAsync(Address);
            await reader.Section("Status").GetByRole(AriaRole.Button, new() { Name = "Update status" }).ClickAsync();
        }
        await SaveOutlookAsync(first, "On track");
        await Expect(first.Stated("Status", "On track")).ToBeVisibleAsync();

        await SaveOutlookAsync(second, "Blocked");
        var conflict = second.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "saved this while you were writing" });
        await Expect(conflict.GetByText("Contributor, Honduras (demo) saved this")).ToBeVisibleAsync();
        await Expect(conflict.GetByRole(AriaRole.Radio, new() { NameRegex = new("Mine.*Blocked") })).ToBeVisibleAsync();
        await Expect(conflict.GetByRole(AriaRole.Radio, new() { NameRegex = new("From Contributor.*On track") })).ToBeVisibleAsync();

        await first.GoAsync(Address);
        await Expect(first.Stated("Status", "On track")).ToBeVisibleAsync();

        await conflict.GetByRole(AriaRole.Radio, new() { NameRegex = new("Mine.*Blocked") }).CheckAsync();
        await second.Section("Status").GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();
        await Expect(second.Stated("Status", "Blocked")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_contributor_edits_only_their_own_initiatives()
    {
        var reader = await SignedInAsync("contributor.hnd");
        await reader.GoAsync("/hnd/initiatives/HN-ART");
        await Expect(reader.Section("Status").GetByRole(AriaRole.Button, new() { Name = "Update status" })).ToBeVisibleAsync();
        await reader.GoAsync("/hnd/initiatives/HN-MAHE");
        await Expect(reader.Section("Status")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("article").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    private static ILocator Attention(Reader reader) =>
        reader.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("needs attention now", RegexOptions.IgnoreCase) });

    private static async Task SaveOutlookAsync(Reader reader, string outlook)
    {
        var status = reader.Section("Status");
        await reader.ChooseAsync(status.GetByLabel("Outlook", new() { Exact = true }), outlook);
        await status.GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();
    }
}
