namespace Monitoring.Browser.Tests.Journeys;

/// <summary>Somebody types faster than the server answers: nothing that the page does meanwhile takes a letter from them.</summary>
public sealed class TypingJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    [Fact]
    public async Task The_answer_to_a_field_that_was_left_does_not_put_it_back_for_who_types_in_it_again()
    {
        var reader = await SignedInAsync("focal.hnd");
        await reader.GoAsync("/hnd/initiatives/HN-MAHE?edit=result");
        var text = reader.Page.Locator("#result-form-Text");
        // Left and entered again before any answer can have come.
        await text.EvaluateAsync("""
            field => {
              const type = value => { field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); };
              type("Se");
              field.dispatchEvent(new Event("change", { bubbles: true }));
              type("Se instaló");
            }
            """);
        // The next thing that the server is told comes back after the first.
        await Expect(reader.Page.Locator("#result-form .edit-kept")).Not.ToBeEmptyAsync();
        await Expect(text).ToHaveValueAsync("Se instaló");
        await reader.Page.Locator("#result-form").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
    }

    [Fact]
    public async Task A_form_that_opens_takes_the_focus_but_not_from_who_types_in_it()
    {
        var reader = await SignedInAsync("focal.hnd");
        await reader.GoAsync("/hnd/initiatives/HN-MAHE?edit=result");
        var form = reader.Page.Locator("#result-form");
        await Expect(form).ToBeVisibleAsync();
        await reader.Page.Locator("h1").EvaluateAsync("heading => { heading.tabIndex = -1; heading.focus(); }");
        await form.EvaluateAsync("form => monitoring.enter(form)");
        await Expect(form).ToBeFocusedAsync();
        await form.Locator("#result-form-Text").FocusAsync();
        await form.EvaluateAsync("form => monitoring.enter(form)");
        await Expect(form.Locator("#result-form-Text")).ToBeFocusedAsync();
    }
}
