using System.Text;
using Deque.AxeCore.Playwright;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>Two people of a country work on one fact sheet: evidence, comments, search, keys.</summary>
public sealed class TogetherJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    [Fact]
    public async Task A_file_is_shown_as_evidence_and_a_comment_reaches_whom_it_names()
    {
        var focal = await SignedInAsync("focal.hnd");
        await focal.GoAsync("/hnd/initiatives/HN-MAHE");
        var result = focal.Page.Locator("#result-HN-MAHE-R1");
        await result.GetByRole(AriaRole.Button, new() { Name = "Add evidence" }).ClickAsync();
        var chooser = result.Locator("input[type=file]");
        await chooser.SetInputFilesAsync(new FilePayload { Name = "acta.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("<html>not a PDF") });
        await Expect(result.Locator(".field-error:not(:empty)")).ToContainTextAsync("no PDF, image or office document");
        await chooser.SetInputFilesAsync(new FilePayload { Name = "acta.pdf", MimeType = "text/html", Buffer = Encoding.ASCII.GetBytes("%PDF-1.7 minutes") });
        await Expect(result).ToContainTextAsync("Save to attach it");
        await NoBarrierAsync(focal.Page);
        await result.Locator("form [type=submit]").ClickAsync();
        var href = await result.Locator(".evidence li a").GetAttributeAsync("href");
        var answer = await focal.Page.APIRequest.GetAsync(new Uri(focal.Address, href).ToString());
        (answer.Headers["content-disposition"], answer.Headers["content-type"]).ShouldBe(("attachment; filename=acta.pdf; filename*=UTF-8''acta.pdf", "application/pdf"));
        (await (await SignedInAsync("focal.mex")).AskAsync(href!)).Status.ShouldBe(404);

        await result.Locator(".thread summary").ClickAsync();
        await result.GetByRole(AriaRole.Button, new() { Name = "Write a comment" }).ClickAsync();
        await result.Locator(".thread textarea").FillAsync("Is this enough?");
        var named = await result.Locator(".mention option").Filter(new() { HasTextRegex = new("approver", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).InnerTextAsync();
        await result.Locator(".mention select").SelectOptionAsync(new SelectOptionValue { Label = named });
        await result.GetByRole(AriaRole.Button, new() { Name = "Insert the name" }).ClickAsync();
        await Expect(result.Locator(".thread textarea")).ToHaveValueAsync($"Is this enough? @{named}");
        await NoBarrierAsync(focal.Page);
        await result.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(result.Locator(".thread .text")).ToContainTextAsync("Is this enough?");

        var other = await SignedInAsync("approver.hnd");
        await other.Page.Locator("#mentions a").ClickAsync();
        await Expect(other.Page.Locator("#result-HN-MAHE-R1 .thread .text")).ToContainTextAsync("Is this enough?");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Expect(other.Page.Locator("#result-HN-MAHE-R1 .thread")).ToContainTextAsync("resolved by");
        await other.GoAsync("/hnd");
        await Expect(other.Page.Locator("#mentions")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task By_keyboard_alone_the_country_is_searched_and_a_status_saved()
    {
        var reader = await SignedInAsync("focal.hnd");
        var keyboard = reader.Page.Keyboard;
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("hn-mahe");
        await keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/hnd/search?q=hn-mahe");
        await reader.ReadyAsync();
        await Expect(reader.Page.Locator(".found a").First).ToHaveTextAsync("HN-MAHE");
        await keyboard.PressAsync("?");
        await Expect(reader.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await NoBarrierAsync(reader.Page);
        await keyboard.PressAsync("Escape");

        await reader.GoAsync("/hnd/initiatives/HN-MAHE?edit=status");
        await reader.Page.Locator("#status-form-StageNote").FocusAsync();
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("typed / and ? in a field stay letters");
        await keyboard.PressAsync("Control+Enter");
        await Expect(reader.Page.Locator("#status .facts")).ToContainTextAsync("typed / and ? in a field stay letters");
    }

    private static async Task NoBarrierAsync(IPage page)
    {
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
    }
}
