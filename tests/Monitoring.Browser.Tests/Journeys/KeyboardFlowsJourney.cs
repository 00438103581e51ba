using Deque.AxeCore.Playwright;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>The work of a country by keyboard alone. After each step the focus is where the work is, and never at the top of the page again.</summary>
public sealed class KeyboardFlowsJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private const string Sheet = "/hnd/initiatives/HN-MAHE";

    [Fact]
    public async Task A_section_of_the_fact_sheet_is_changed_and_the_save_taken_back()
    {
        var (reader, keys) = await AtAsync("focal.hnd", Sheet);
        var page = reader.Page;
        await StartAtAsync(page, "#status-title");
        foreach (var (way, undo) in ((string, bool)[])[("Control+z", false), ("Enter", true)])
        {
            await keys.PressAsync("Update status");
            await keys.OpenedAsync("status-form");
            await keys.TypeAsync("Note on the stage", "Changed by keys.");
            await keys.SaveAsync("Save status", "status-form", "#status");
            await Expect(page.Locator("#status")).ToContainTextAsync("Changed by keys.");
            if (undo) await keys.ToAsync("Undo");
            await page.Keyboard.PressAsync(way);
            await Expect(page.Locator(".notice")).ToContainTextAsync("Taken back.");
            await Expect(page.Locator("#status")).Not.ToContainTextAsync("Changed by keys.");
            await keys.IsInAsync(undo ? ".notice" : "#status");
            await StartAtAsync(page, "#status-title");
        }
        reader.Clicks.ShouldBe(0);
        await CleanAsync(page);
    }

    [Fact]
    public async Task A_line_of_the_fact_sheet_is_added_changed_moved_and_retired()
    {
        var (reader, keys) = await AtAsync("focal.hnd", Sheet);
        const string Near = "#objective";
        await StartAtAsync(reader.Page, "#objective-title");
        await keys.PressAsync("Add: Objectives");
        await keys.OpenedAsync("Objective-form");
        await keys.TypeAsync("Text", "Written by keys.");
        await keys.SaveAsync("Save", "Objective-form", Near);
        await Expect(reader.Page.Locator(Near)).ToContainTextAsync("Written by keys.");

        await keys.PressAsync("Edit: Written by keys.");
        await keys.OpenedAsync("Objective-form");
        await keys.TypeAsync("Text", "Changed by keys.");
        await keys.SaveAsync("Save", "Objective-form", Near + " li");
        await Expect(reader.Page.Locator(Near)).ToContainTextAsync("Changed by keys.");

        await keys.PressAsync("Move up: Changed by keys.");
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("Moved.");
        // The focus goes with the row: it is moved further with the same key, or back.
        await keys.IsInAsync(Near + " li [data-move][aria-label$='Changed by keys.']");
        await keys.PressAsync("Retire: Changed by keys.");
        await Expect(reader.Page.Locator(Near)).Not.ToContainTextAsync("Changed by keys.");
        await keys.IsInAsync(Near + " li");
        reader.Clicks.ShouldBe(0);
        await CleanAsync(reader.Page);
    }

    [Fact]
    public async Task A_next_step_is_added_postponed_with_its_reason_and_talked_about()
    {
        var (reader, keys) = await AtAsync("focal.hnd", Sheet);
        var page = reader.Page;
        await StartAtAsync(page, "#steps-title");
        await keys.PressAsync("Add a next step: ");
        await keys.OpenedAsync("new-step");
        await keys.ToAsync("Due date");
        await page.Keyboard.TypeAsync("03012022");
        await keys.TypeAsync("What will be done", "Done by keys.");
        await keys.SaveAsync("Save next step", "new-step", "#steps");
        var step = page.Locator("#steps li[id]").Filter(new() { HasText = "Done by keys." });
        var code = (await step.GetAttributeAsync("id"))!["step-".Length..];

        await keys.PressAsync($"Edit: {code}");
        await keys.OpenedAsync($"form-{code}");
        await keys.ToAsync("Due date");
        await page.Keyboard.TypeAsync("06302022");
        await page.Keyboard.PressAsync("Tab");
        // It comes in between once the later date is known.
        await Expect(page.Locator($"#form-{code}-Reason")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await keys.TypeAsync("Reason for the later date", "The room is not free before.");
        await keys.SaveAsync("Save next step", $"form-{code}", $"#step-{code}");
        await Expect(step).ToContainTextAsync("30 Jun 2022");

        await keys.PressAsync($"Comments: {code}");
        await keys.PressAsync("Write a comment");
        await keys.IsInAsync($"#step-{code} form");
        await keys.TypeAsync("Comment", "Who brings the keys? ");
        await keys.ToAsync("Mention somebody");
        await page.Keyboard.PressAsync("ArrowDown");
        await keys.PressAsync("Insert the name");
        await keys.PressAsync("Send");
        await Expect(step.Locator(".thread li")).ToContainTextAsync("Who brings the keys?");
        await Expect(step.Locator(".thread li")).ToContainTextAsync("@");
        await keys.IsInAsync($"#step-{code} .thread");
        reader.Clicks.ShouldBe(0);
        await CleanAsync(page);
    }

    [Fact]
    public async Task A_link_and_a_file_are_shown_as_evidence_and_taken_off()
    {
        var (reader, keys) = await AtAsync("focal.hnd", Sheet);
        var page = reader.Page;
        const string Form = "evidence-HN-MAHE-R2", Near = "#result-HN-MAHE-R2";
        await StartAtAsync(page, Near);
        await keys.PressAsync("Add evidence: HN-MAHE-R2");
        await keys.OpenedAsync(Form);
        await keys.TypeAsync("Title", "A page by keys");
        await keys.TypeAsync("Address", "https://example.org/keys");
        await keys.SaveAsync("Save", Form, Near);
        await Expect(page.Locator(Near)).ToContainTextAsync("A page by keys");

        // Asked for before the key is pressed: a browser that is told late opens its own dialogue, which nobody closes here.
        var chooser = new TaskCompletionSource<IFileChooser>();
        page.FileChooser += (_, opened) => chooser.TrySetResult(opened);
        await keys.PressAsync("Add evidence: HN-MAHE-R2");
        await keys.OpenedAsync(Form);
        await keys.ToAsync("File");
        await page.Keyboard.PressAsync("Enter");
        await (await chooser.Task.WaitAsync(TimeSpan.FromSeconds(15))).SetFilesAsync(new FilePayload { Name = "keys.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 by keys"u8.ToArray() });
        await Expect(page.Locator($"#{Form} .field:has(input[type=file]) [role=status]")).ToContainTextAsync("keys.pdf");
        await keys.IsInAsync("#" + Form);
        await keys.SaveAsync("Save", Form, Near);
        await Expect(page.Locator(Near)).ToContainTextAsync("keys.pdf");

        await keys.PressAsync("Take off: A page by keys");
        await Expect(page.Locator(Near)).Not.ToContainTextAsync("A page by keys");
        await keys.IsInAsync(Near);
        reader.Clicks.ShouldBe(0);
        await CleanAsync(page);
    }

    [Fact]
    public async Task A_commitment_and_a_budget_line_are_added()
    {
        var (reader, keys) = await AtAsync("focal.hnd", "/hnd/commitments");
        var page = reader.Page;
        await keys.PressAsync("+ Add a commitment");
        await keys.OpenedAsync("commitment-form");
        await keys.TypeAsync("Code", "HN-KEYS");
        await keys.TypeAsync("Commitment", "To work by keys.");
        await keys.SaveAsync("Save commitment", "commitment-form", "main");
        await Expect(page.Locator("main")).ToContainTextAsync("To work by keys.");
        await CleanAsync(page);

        await reader.GoAsync("/hnd/budget");
        await keys.PressAsync("+ Add a budget line");
        await keys.IsInAsync("form.edit-frame");
        await keys.ToAsync("For");
        await page.Keyboard.TypeAsync("HN-KEYS");
        await keys.TypeAsync("Fiscal year", "2022");
        await keys.ToAsync("Currency");
        await page.Keyboard.TypeAsync("USD");
        await keys.TypeAsync("Required", "1500");
        await keys.PressAsync("Save budget line");
        await Expect(page.Locator("form.edit-frame")).ToHaveCountAsync(0);
        await Expect(page.Locator("main")).ToContainTextAsync("1,500");
        await keys.IsInAsync("main");
        await CleanAsync(page);
        reader.Clicks.ShouldBe(0);
    }

    [Fact]
    public async Task Values_are_filled_in_cell_by_cell_and_a_block_is_pasted()
    {
        var (reader, keys) = await AtAsync("focal.hnd", "/hnd/indicators/HN-MAHE-I6?period=2021-S2");
        var page = reader.Page;
        await StartAtAsync(page, "#period-title");
        await keys.PressAsync("Enter values");
        await keys.OpenedAsync("values-form");
        await keys.IsInAsync("#values-form");
        await keys.ToAsync("All");
        foreach (var number in (string[])["10", "7", "3"])
        {
            await page.Keyboard.TypeAsync(number);
            await page.Keyboard.PressAsync("ArrowRight");
        }
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#values-form")).ToHaveCountAsync(0);
        await Expect(page.Locator("#period")).ToContainTextAsync("10");
        await keys.IsInAsync("#period");

        await keys.PressAsync("Enter values");
        await keys.OpenedAsync("values-form");
        await keys.PressAsync("Paste a block from a spreadsheet");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("() => navigator.clipboard.writeText('3\\t1\\n4\\t2\\n')");
        await keys.ToAsync("Copied cells");
        await page.Keyboard.PressAsync("Control+v");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".preview tbody tr")).ToHaveCountAsync(4);
        await keys.IsInAsync("#values-form");
        await CleanAsync(page);
        await keys.PressAsync("Take nothing");
        await Expect(page.Locator(".preview")).ToHaveCountAsync(0);
        await keys.IsInAsync("#values-form");
        await keys.PressAsync("Cancel");
        await Expect(page.Locator("#values-form")).ToHaveCountAsync(0);
        await keys.IsInAsync("#period");
        reader.Clicks.ShouldBe(0);
    }

    [Fact]
    public async Task A_checklist_is_answered_and_the_report_is_sent_and_approved()
    {
        var (reader, keys) = await AtAsync("focal.slv", "/slv/checklists");
        var page = reader.Page;
        await keys.PressAsync("Comprehensive prevention plan");
        await keys.PressAsync("Answer: ");
        await keys.IsInAsync("form.edit-frame");
        await keys.ToAsync("Yes");
        await page.Keyboard.PressAsync("Space");
        await keys.PressAsync("Save answer");
        await Expect(page.Locator("form.edit-frame")).ToHaveCountAsync(0);
        await keys.IsInAsync("main li, main tr, main section");
        await CleanAsync(page);

        // Of another country than the rest: an approved report locks its sheets.
        await reader.GoAsync("/slv/initiatives/SV-CHAR?edit=status");
        await keys.OpenedAsync("status-form");
        await keys.ToAsync("Outlook");
        await page.Keyboard.TypeAsync("On");
        await keys.SaveAsync("Save status", "status-form", "#status");
        await reader.GoAsync("/slv/report");
        await keys.PressAsync("Send for approval");
        await keys.OpenedAsync("step-form");
        await keys.SaveAsync("Send for approval", "step-form", "main");
        reader.Clicks.ShouldBe(0);

        var (approver, others) = await AtAsync("approver.slv", "/slv/report");
        await others.PressAsync("Approve");
        await others.OpenedAsync("step-form");
        await others.SaveAsync("Approve", "step-form", "main");
        await Expect(approver.Page.Locator(".way [aria-current=step]")).ToHaveTextAsync("Approved");
        await CleanAsync(approver.Page);
        approver.Clicks.ShouldBe(0);
    }

    private async Task<(Reader Reader, Keys Keys)> AtAsync(string name, string path)
    {
        var reader = await SignedInAsync(name);
        await reader.GoAsync(path);
        reader.Clicks = 0;
        return (reader, new Keys(reader.Page));
    }

    // A long page is not tabbed through from its top each time.
    private static Task StartAtAsync(IPage page, string heading) =>
        page.Locator(heading).EvaluateAsync("title => { title.tabIndex = -1; title.focus(); }");

    private static async Task CleanAsync(IPage page)
    {
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
    }
}
