using System.Text.RegularExpressions;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>A donor reads what is published, and nothing else is there.</summary>
public sealed class DonorJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private static readonly string[] ElsewhereAddresses =
    [
        "/hnd", "/hnd/initiatives", "/hnd/initiatives/HN-MAHE", "/hnd/history", "/hnd/people", "/region", "/region/compare", "/admin", "/admin/people",
    ];

    [Fact]
    public async Task A_donor_comes_straight_to_published_progress_and_sees_each_chart_as_a_table_too()
    {
        var reader = await SignedInAsync("donor");
        var page = reader.Page;
        new Uri(page.Url).AbsolutePath.ShouldBe("/progress");

        var charts = page.GetByRole(AriaRole.Figure);
        (await charts.CountAsync()).ShouldBeGreaterThan(0);
        foreach (var chart in await charts.AllAsync())
        {
            (await chart.Locator("figcaption").InnerTextAsync()).ShouldNotBeEmpty();
            await Expect(chart.GetByRole(AriaRole.Table)).ToBeHiddenAsync();
            await chart.Locator("summary").ClickAsync();
            await Expect(chart.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        }
        await Expect(page.GetByText("Not added: the units differ (cases, life projects, persons).").First).ToBeVisibleAsync();
        await reader.GoAsync("/progress/hnd/HN-MAHE");
        await Expect(page.GetByText("between 38 and 65 cases, overlap unknown")).ToBeVisibleAsync();
        await Expect(page.GetByText("17 of 38")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task No_published_page_has_a_circuit_or_a_control_that_changes_something()
    {
        var reader = await SignedInAsync("donor");
        foreach (var address in (string[])["/progress", "/progress/hnd", "/progress/hnd/HN-MAHE"])
        {
            (await reader.GoAsync(address)).Status.ShouldBe(200);
            await Expect(reader.Page.Locator("script[src*='blazor']")).ToHaveCountAsync(0);
            await Expect(reader.Page.Locator("main").Locator("button, input, textarea, select, form, [contenteditable]")).ToHaveCountAsync(0);
            // The way out is the only form there is.
            await Expect(reader.Page.Locator("form:not([action='/sign-out'])")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Addresses_of_others_work_answer_like_addresses_that_are_not_there()
    {
        var reader = await SignedInAsync("donor");
        var (status, absent) = await reader.AskAsync("/qqq/initiatives/NO-SUCH");
        status.ShouldBe(404);
        foreach (var address in ElsewhereAddresses)
        {
            var (there, body) = await reader.AskAsync(address);
            there.ShouldBe(404, address);
            FirstDifference(Comparable(absent, "/qqq/initiatives/NO-SUCH"), Comparable(body, address)).ShouldBeNull(address);
        }
    }

    [Fact]
    public async Task What_a_focal_point_edits_leaves_the_published_pages_as_they_were_to_the_byte()
    {
        var donor = await SignedInAsync("donor");
        string[] addresses = ["/progress", "/progress/hnd", "/progress/hnd/HN-MAHE", "/progress/figures.csv"];
        var before = await Task.WhenAll(addresses.Select(a => BodyAsync(donor, a)));

        var focal = await SignedInAsync("focal.hnd");
        await focal.GoAsync("/hnd/initiatives/HN-MAHE");
        var status = focal.Section("Status");
        await status.GetByRole(AriaRole.Button, new() { Name = "Update status" }).ClickAsync();
        await focal.ChooseAsync(status.GetByLabel("Stage", new() { Exact = true }), "Suspended");
        await status.GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();
        await Expect(status.GetByText("Suspended")).ToBeVisibleAsync();

        foreach (var (address, was) in addresses.Zip(before)) FirstDifference(was, await BodyAsync(donor, address)).ShouldBeNull(address);
    }

    private static async Task<string> BodyAsync(Reader reader, string address)
    {
        var (status, body) = await reader.AskAsync(address);
        status.ShouldBe(200, address);
        return WithoutTokens(body);
    }

    // Both are encrypted anew in each answer: the token of a form, and what the framework would hand to a circuit.
    private static string WithoutTokens(string body) =>
        Regex.Replace(body, "(?<=name=\"__RequestVerificationToken\" value=\")[^\"]*|(?<=<!--Blazor-(Server|Web)[^:]*:)[^>]*", "");

    private static string? FirstDifference(string one, string other)
    {
        if (one == other) return null;
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
        return $"at {at}: …{Around(one)}… and …{Around(other)}…";
    }

    // The links that change language and theme come back to where the reader is.
    private static string Comparable(string body, string address) =>
        WithoutTokens(body).Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal);
}
