using Bunit;
using Monitoring.Web.Commitments;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Links;

namespace Monitoring.Tests.Links;

public sealed class FactLinkTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_result_is_linked_shown_at_both_ends_taken_off_and_linked_again(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var result = (await new AddResult(gate, world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = id, Text = "done" })).Row!;
        var commitment = (await new SaveCommitment(gate).RunAsync(World.Honduras, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C9", Statement = "to do" })).Row!;
        var indicator = (await new AddIndicator(gate).RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-I9", Name = "people", Unit = "persons" })).Row!;
        var step = await world.NextStepAsync(World.Honduras, id, "HN-ONE-N1");
        var draft = new LinkDraft { InitiativeId = id, Subject = FactKind.Result, SubjectId = result.Id, EndKind = LinkEnd.Commitment, EndId = commitment.Id };
        var add = new AddLink(gate);
        var link = (await add.RunAsync(World.Honduras, draft)).Row!;
        (link.Label, link.SubjectHref(World.Honduras), link.EndHref(World.Honduras))
            .ShouldBe(("HN-ONE · HN-ONE-R1 → HN-C9", "/hnd/initiatives/HN-ONE#result-HN-ONE-R1", "/hnd/commitments#commitment-HN-C9"));
        (await add.RunAsync(World.Honduras, draft with { Operation = Guid.CreateVersion7() })).Row!.Version.ShouldBe(1, "it is linked already");
        (await add.RunAsync(World.Honduras, draft with { EndKind = LinkEnd.Indicator, EndId = indicator.Id, Operation = Guid.CreateVersion7() })).Ok.ShouldBeTrue();
        (await add.RunAsync(World.Honduras, draft with { EndKind = LinkEnd.NextStep, EndId = step, Operation = Guid.CreateVersion7() })).Ok.ShouldBeTrue();

        (await LinksAsync(world)).ShouldBe(["HN-C9", "HN-I9", "HN-ONE-N1"], ignoreOrder: true);
        (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-ONE"))!.Links.To[step].ShouldHaveSingleItem().SubjectName.ShouldBe("HN-ONE-R1");
        (await new ListCommitments(gate).RunAsync(World.Honduras)).Links[commitment.Id].ShouldHaveSingleItem();
        (await new ReadIndicator(gate, world.Clock).RunAsync(World.Honduras, "HN-I9"))!.Links.ShouldHaveSingleItem();

        var retire = new RetireLink(gate, world.Clock);
        (await retire.RunAsync(World.Honduras, link)).Ok.ShouldBeTrue();
        (await LinksAsync(world)).ShouldBe(["HN-I9", "HN-ONE-N1"], ignoreOrder: true);
        (await add.RunAsync(World.Honduras, draft with { Operation = Guid.CreateVersion7() })).Row!.Version.ShouldBe(3);
        (await world.Behind.ScalarAsync<int>("select count(*) from AuditLink where Subject = 'FactLink' and SubjectId = @Id", new { link.Id })).ShouldBe(3);

        await new RetireCommitment(gate, world.Clock).RunAsync(World.Honduras, (await new ListCommitments(gate).RunAsync(World.Honduras)).Facts.Single());
        (await LinksAsync(world)).ShouldBe(["HN-I9", "HN-ONE-N1"], ignoreOrder: true, "what was taken off is no end of a link");
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_another_country_or_another_initiative_is_linked(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var own = await world.InitiativeAsync(World.Honduras, "HN-OWN");
        var other = await world.InitiativeAsync(World.Honduras, "HN-OTHER");
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, own);
        var theirs = (await new AddResult(world.As(Focal), world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = other, Text = "theirs" })).Row!;
        var mine = (await new AddResult(world.As(Focal), world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = own, Text = "mine" })).Row!;
        var mexican = (await new SaveCommitment(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, new CommitmentDraft { ContentLanguage = "en", Code = "MX-C9", Statement = "x" })).Row!;
        var here = (await new SaveCommitment(world.As(Focal)).RunAsync(World.Honduras, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C9", Statement = "x" })).Row!;
        var draft = new LinkDraft { InitiativeId = own, Subject = FactKind.Result, SubjectId = theirs.Id, EndKind = LinkEnd.Commitment, EndId = here.Id };
        var add = new AddLink(world.As(contributor));

        (await add.RunAsync(World.Honduras, draft)).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await add.RunAsync(World.Honduras, draft with { SubjectId = mine.Id, EndId = mexican.Id })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await add.RunAsync(World.Honduras, draft with { SubjectId = mine.Id, EndId = Guid.CreateVersion7() })).Outcome.ShouldBe(SaveOutcome.NotFound);
        await Should.ThrowAsync<AccessRefusedException>(() => add.RunAsync(World.Honduras, draft with { InitiativeId = other }));
        var link = (await new AddLink(world.As(Focal)).RunAsync(World.Honduras, draft with { InitiativeId = other })).Row!;
        (await new RetireLink(world.As(contributor), world.Clock).RunAsync(World.Honduras, link with { InitiativeId = own })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await world.Behind.ScalarAsync<int>("select count(*) from FactLink where RetiredAt is null")).ShouldBe(1);
    }

    [Fact]
    public async Task On_the_sheet_a_link_is_chosen_told_and_taken_back()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-MAHE"));
        page.WaitForAssertion(() => page.Find("#results"));
        const string Panel = "[data-links=HN-MAHE-R1]";
        await page.Find(Panel + " > .link-button").ClickAsync(new());
        var offered = page.FindAll(Panel + " option").Single(o => o.TextContent.StartsWith("HN-MAHE-I3 ·", StringComparison.Ordinal));
        await page.Find(Panel + " select").ChangeAsync(offered.GetAttribute("value")!);
        await page.Find(Panel + " form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(Panel + " li a").GetAttribute("href").ShouldBe("/hnd/indicators/HN-MAHE-I3"));
        page.Find(".notice p").TextContent.ShouldBe("HN-MAHE-R1 is linked to HN-MAHE-I3.");
        await page.Find(".notice .link-button").ClickAsync(new());
        page.WaitForAssertion(() => page.FindAll(Panel + " li").ShouldBeEmpty());
    }

    private static async Task<List<string>> LinksAsync(World world) =>
        (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!.Links.From.SelectMany(l => l).Select(l => l.LinkedTo).ToList();
}
