namespace Monitoring.Browser.Tests.Journeys;

/// <summary>A country's report from its gaps to what donors read, each step by whoever takes it.</summary>
public sealed class ReportJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    [Fact]
    public async Task A_report_is_completed_sent_returned_approved_accepted_and_published()
    {
        var focal = await SignedInAsync("focal.hnd");
        await focal.GoAsync("/hnd/report");
        await Expect(focal.Page.GetByRole(AriaRole.Button, new() { Name = "Send for approval" })).ToBeDisabledAsync();
        foreach (var code in new[] { "HN-ART", "HN-MAHE" })
        {
            await focal.GoAsync("/hnd/report");
            await focal.Section("Findings").GetByRole(AriaRole.Link, new() { Name = code, Exact = true }).First.ClickAsync();
            await focal.Page.GetByLabel("Outlook").SelectOptionAsync("OnTrack");
            await focal.Page.GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();
            await Expect(focal.Page.GetByLabel("Outlook")).ToHaveCountAsync(0);
        }
        await focal.GoAsync("/hnd/report");
        await StepAsync(focal, "Send for approval", "Submitted");
        await focal.GoAsync("/hnd/initiatives/HN-ART");
        await Expect(focal.Page.Locator("main")).ToContainTextAsync("nothing of the country can be changed");
        await Expect(focal.Page.GetByRole(AriaRole.Button, new() { Name = "Edit status" })).ToHaveCountAsync(0);

        var approver = await SignedInAsync("approver.hnd");
        await approver.GoAsync("/hnd/report");
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Return" }).ClickAsync();
        await approver.Page.Locator("#step-form").GetByRole(AriaRole.Button, new() { Name = "Return" }).ClickAsync();
        await Expect(approver.Page.Locator("#step-form-Reason-error")).ToContainTextAsync("Say why");
        await StepAsync(approver, null, "Draft", "HN-ART-N3 needs another date.");
        await focal.GoAsync("/hnd/report");
        await Expect(focal.Page.Locator("main")).ToContainTextAsync("HN-ART-N3 needs another date.");
        await StepAsync(focal, "Send for approval", "Submitted");
        await approver.GoAsync("/hnd/report");
        await StepAsync(approver, "Approve", "Approved");

        var donor = await SignedInAsync("donor");
        var before = (await donor.AskAsync("/progress/hnd")).Body;
        before.ShouldContain("2021-S1");
        var lead = await SignedInAsync("lead");
        await lead.GoAsync("/region/cycles/2021-S2");
        await lead.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Honduras" }).GetByRole(AriaRole.Link).ClickAsync();
        await StepAsync(lead, "Accept", "Accepted");
        (await donor.AskAsync("/progress/hnd")).Body.ShouldNotContain("2021-S2");
        await StepAsync(lead, "Publish", "Published");
        (await donor.AskAsync("/progress/hnd")).Body.ShouldContain("2021-S2");
    }

    [Fact]
    public async Task A_cycle_that_overlaps_another_is_refused_where_it_was_typed()
    {
        var lead = await SignedInAsync("lead");
        await lead.GoAsync("/region/cycles");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Open a cycle" }).ClickAsync();
        await lead.Page.GetByLabel("Year").FillAsync("2021");
        await lead.Page.GetByLabel("Due date").FillAsync("2099-01-31");
        await lead.Page.Locator("#open-cycle").GetByRole(AriaRole.Button, new() { Name = "Open a cycle" }).ClickAsync();
        await Expect(lead.Page.Locator("#open-cycle-Year-error")).ToContainTextAsync("overlaps cycle 2021");
    }

    private static async Task StepAsync(Reader reader, string? button, string state, string? reason = null)
    {
        var page = reader.Page;
        if (button is not null) await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        if (reason is not null) await page.Locator("#step-form-Reason").FillAsync(reason);
        await page.Locator("#step-form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".way [aria-current=step]")).ToHaveTextAsync(state);
    }
}
