using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Checklists;
using Monitoring.Web.Comments;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Comments;

public sealed class CommentTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly TestPerson Contributor = World.Contributor(World.Honduras);
    private static readonly TestPerson Approver = World.Person(Role.NationalApprover, World.Honduras);

    [Theory, EveryDatabase]
    public async Task Whom_a_comment_names_finds_it_until_it_is_resolved(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var thing = await ThingAsync(world);
        var written = (await new SaveComment(world.As(Focal)).RunAsync(World.Honduras, thing, new CommentDraft { Text = $"@{Approver.Name}, please look" })).Row!;
        (await new ListComments(world.As(Approver)).MentioningMeAsync(World.Honduras)).ShouldHaveSingleItem().Text.ShouldContain("please look");
        (await new ListComments(world.As(Focal)).MentioningMeAsync(World.Honduras)).ShouldBeEmpty();

        (await new SaveComment(world.As(Focal)).RunAsync(World.Honduras, thing, CommentDraft.Of(written) with { Text = $"@{Focal.Name}: settled" })).Ok.ShouldBeTrue();
        (await new ListComments(world.As(Approver)).MentioningMeAsync(World.Honduras)).ShouldBeEmpty();
        var mine = (await new ListComments(world.As(Focal)).MentioningMeAsync(World.Honduras)).ShouldHaveSingleItem();
        (await new ResolveComment(world.As(Approver), world.Clock).RunAsync(World.Honduras, mine, isResolved: true)).Row!.ResolvedBy.ShouldBe(Approver.Name);
        (await new ListComments(world.As(Focal)).MentioningMeAsync(World.Honduras)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Only_its_writer_changes_a_comment_and_only_who_works_on_the_thing_writes_one(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var thing = await ThingAsync(world);
        var written = (await new SaveComment(world.As(Focal)).RunAsync(World.Honduras, thing, new CommentDraft { Text = "mine" })).Row!;
        (await new SaveComment(world.As(Approver)).RunAsync(World.Honduras, thing, CommentDraft.Of(written) with { Text = "forged" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        foreach (var refused in new[] { Contributor, World.Person(Role.Observer, World.Honduras), World.FocalPoint(World.Mexico) })
            await Should.ThrowAsync<AccessRefusedException>(() => new SaveComment(world.As(refused)).RunAsync(World.Honduras, thing, new CommentDraft { Text = "x" }), refused.Name);
        await world.AssignAsync(Contributor, thing.Id);
        (await new SaveComment(world.As(Contributor)).RunAsync(World.Honduras, thing, new CommentDraft { Text = "now mine to edit" })).Ok.ShouldBeTrue();

        // A contributor's own initiative is no key to a thing of another one.
        var other = await world.InitiativeAsync(World.Honduras, "HN-TWO");
        (await new SaveComment(world.As(Contributor)).RunAsync(World.Honduras, thing with { Id = other }, new CommentDraft { Text = "x" })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new ListComments(world.As(Focal)).RunAsync(World.Honduras, "Initiative", thing.Id)).Select(c => (c.Text, c.IsMine)).ShouldBe(
            [("mine", true), ("now mine to edit", false)], ignoreOrder: true);
    }

    [Fact]
    public void Of_two_names_that_begin_alike_the_longer_one_is_meant()
    {
        Colleague ana = new() { Id = Guid.CreateVersion7(), Name = "Ana" }, maria = new() { Id = Guid.CreateVersion7(), Name = "Ana María" };
        CommentRules.Mentioned("@ana maría mira esto", [ana, maria]).ShouldBe([maria], "capitals make no difference");
        CommentRules.Mentioned("@Ana María mira esto", [ana, maria]).ShouldBe([maria]);
        CommentRules.Mentioned("@ana y @Ana María", [ana, maria]).ShouldBe([maria, ana]);
        CommentRules.Mentioned("Ana", [ana, maria]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_is_written_in_its_thread_and_the_home_leads_whom_it_names_to_it()
    {
        await using var world = await World.OpenAsync();
        await ThingAsync(world);
        await using (var stage = PageStage.Of(world, Focal))
        {
            stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/initiatives/HN-ONE");
            var sheet = stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE"));
            await sheet.Find("#summary .thread summary").ClickAsync(new());
            await sheet.Find("#summary .thread > button").ClickAsync(new());
            await sheet.Find("#comment-HN-ONE-Text").ChangeAsync("Hello");
            await sheet.Find("#comment-HN-ONE-mention").ChangeAsync(Approver.Name);
            await sheet.Find("#comment-HN-ONE .mention button").ClickAsync(new());
            await sheet.Find("#comment-HN-ONE").SubmitAsync();
            sheet.Find("#summary .thread .text").TextContent.ShouldBe($"Hello @{Approver.Name}");
        }
        await using var other = PageStage.Of(world, Approver);
        other.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd");
        var home = other.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd"));
        var link = home.Find("#mentions a").GetAttribute("href")!;
        link.ShouldBe("/hnd/initiatives/HN-ONE?comments=HN-ONE#summary");
        other.Services.GetRequiredService<NavigationManager>().NavigateTo(link);
        other.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-ONE")).Find("#summary .thread .text").TextContent.ShouldContain("Hello");
    }

    [Fact]
    public async Task The_home_leads_to_the_talk_about_a_commitment_a_value_and_an_item_of_a_checklist()
    {
        await using var world = await ReportWorld.OpenAsync();
        var lists = await new ListChecklists(world.As(Focal)).RunAsync(World.Honduras);
        var value = new Thing("Measurement", lists.Ladders.First(l => l.Rung is not null).Thing!.Id, null, "indicators/HN-K1?period=2021#period", "HN-K1");
        (await new SaveCommitment(world.As(Focal)).RunAsync(World.Honduras, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "One law" })).Ok.ShouldBeTrue();
        Thing[] things = [(await new ListCommitments(world.As(Focal)).RunAsync(World.Honduras)).Rows[0].Thing, value, lists.Rows[0].Thing];
        foreach (var thing in things)
            (await new SaveComment(world.As(Focal)).RunAsync(World.Honduras, thing, new CommentDraft { Text = $"@{Approver.Name}, is it so?" })).Ok.ShouldBeTrue(thing.Subject);

        await using var stage = PageStage.Of(world, Approver);
        var navigation = stage.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/hnd");
        var links = stage.Render<CountryHomePage>(p => p.Add(x => x.Country, "hnd")).FindAll("#mentions a").Select(a => a.GetAttribute("href")!).ToList();
        var (commitment, item) = (things[0].Label, things[2].Label);
        links.ShouldBe([$"/hnd/commitments?comments={commitment}#commitment-{commitment}", "/hnd/indicators/HN-K1?period=2021&comments=HN-K1#period",
            $"/hnd/checklists?comments={item}#{item.Split('.')[0]}"], ignoreOrder: true);

        navigation.NavigateTo(links.Single(l => l.Contains("commitments?")));
        var list = stage.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd"));
        list.FindAll(".thread[open] .text").ShouldHaveSingleItem().TextContent.ShouldContain("is it so?");
        list.FindAll(".evidence button").ShouldBeEmpty("who approves does not edit");
        navigation.NavigateTo(links.Single(l => l.Contains("checklists?")));
        var checklists = stage.Render<ChecklistsPage>(p => p.Add(x => x.Country, "hnd"));
        checklists.FindAll("details.card[open]").ShouldHaveSingleItem().QuerySelectorAll(".thread[open] .text").ShouldHaveSingleItem();
    }

    private static async Task<Thing> ThingAsync(World world)
    {
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        return new Thing("Initiative", id, id, "initiatives/HN-ONE#summary", "HN-ONE");
    }
}
