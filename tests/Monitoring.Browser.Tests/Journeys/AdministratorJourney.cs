using System.Text.RegularExpressions;

namespace Monitoring.Browser.Tests.Journeys;

/// <summary>A country joins without code and without a migration.</summary>
public sealed class AdministratorJourney(Chromium browser, RunningApp app) : Journey(browser, app)
{
    private const string Password = "three quiet herons at dawn";

    [Fact]
    public async Task Panama_joins_and_its_focal_point_finds_an_empty_workspace_that_says_what_to_do_first()
    {
        var admin = await SignedInAsync("admin");
        var page = admin.Page;
        new Uri(page.Url).AbsolutePath.ShouldBe("/admin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a country" }).ClickAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("pan");
        await page.GetByLabel("Name in Spanish").FillAsync("Panamá");
        await page.GetByLabel("Name in English").FillAsync("Panama");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the country" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "PAN" })).ToBeVisibleAsync();

        var chiefsLink = await InviteAsync(admin, "chief.pan@gobierno.example", "Chief of Panama", role: null);
        var chief = await SomebodyAsync();
        await AcceptAsync(chief, chiefsLink);
        new Uri(chief.Page.Url).AbsolutePath.ShouldBe("/pan");

        await chief.GoAsync("/pan/people");
        await chief.Page.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        var focalsLink = await InviteAsync(chief, "focal.pan@gobierno.example", "Focal point of Panama", "Focal point");
        var focal = await SomebodyAsync();
        await AcceptAsync(focal, focalsLink);

        new Uri(focal.Page.Url).AbsolutePath.ShouldBe("/pan");
        await Expect(focal.Page.GetByText("Nothing is recorded yet")).ToBeVisibleAsync();
        await focal.Page.GetByRole(AriaRole.Link, new() { Name = "Create the first initiative" }).ClickAsync();
        await Expect(focal.Page).ToHaveURLAsync(new Regex("/pan/initiatives/new$"));
        await focal.ReadyAsync();
        await focal.Page.GetByLabel("Code", new() { Exact = true }).FillAsync("PA-ONE");
        await focal.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Registry of internal displacement");
        await focal.Page.GetByLabel("Summary", new() { Exact = true }).FillAsync("A registry shared by the institutions in charge.");
        await focal.ChooseAsync(focal.Page.GetByLabel("Thematic axis", new() { Exact = true }), "Harmonised approach to the use of statistics");
        await focal.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Create") }).ClickAsync();
        await Expect(focal.Page).ToHaveURLAsync(new Regex("/pan/initiatives/PA-ONE"));
    }

    [Fact]
    public async Task An_invitation_works_once_and_an_administrator_sees_no_countrys_work()
    {
        var admin = await SignedInAsync("admin");
        (await admin.AskAsync("/hnd")).Status.ShouldBe(404);
        (await admin.AskAsync("/hnd/initiatives/HN-MAHE")).Status.ShouldBe(404);
        (await admin.AskAsync("/region")).Status.ShouldBe(404);

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Add the first administrator of El Salvador" }).ClickAsync();
        var link = await InviteAsync(admin, "chief.slv@gobierno.example", "Chief of El Salvador", role: null);
        await AcceptAsync(await SomebodyAsync(), link);
        var late = await SomebodyAsync();
        await late.GoAsync(link);
        await Expect(late.Page.GetByText("This link has already been used")).ToBeVisibleAsync();
    }

    private static async Task<string> InviteAsync(Reader who, string email, string name, string? role)
    {
        var form = who.Page.GetByRole(AriaRole.Form);
        await form.GetByLabel("E-mail").FillAsync(email);
        await form.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        if (role is not null) await who.ChooseAsync(form.GetByLabel("Role", new() { Exact = true }), role);
        await form.GetByRole(AriaRole.Button, new() { Name = "Give the role" }).ClickAsync();
        var address = await who.Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        return new Uri(address).PathAndQuery;
    }

    private static async Task AcceptAsync(Reader who, string link)
    {
        await who.GoAsync(link);
        await who.Page.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await who.Page.GetByLabel("The new password again", new() { Exact = true }).FillAsync(Password);
        await who.Page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
        await who.Page.WaitForURLAsync(url => !url.Contains("/invitation", StringComparison.Ordinal));
        await who.ReadyAsync();
    }
}
