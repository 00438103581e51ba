using Bunit;
using CsCheck;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Monitoring.Web.Commitments;

namespace Monitoring.Tests.Commitments;

public sealed class CommitmentTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_commitment_is_added_with_what_delivers_it_changed_archived_and_brought_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.InitiativeAsync(World.Honduras, "HN-TWO");
        await world.InitiativeAsync(World.Mexico, "MX-ONE");
        var draft = new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "A law.", Delivering = "HN-TWO HN-ONE" };
        (await SaveAsync(world, draft with { Delivering = "MX-ONE" })).Problem!.TextKey.ShouldBe("NoSuchInitiative");
        var added = (await SaveAsync(world, draft)).Row!;
        added.Delivering.ShouldBe("HN-ONE HN-TWO");
        (await SaveAsync(world, draft)).Ok.ShouldBeTrue("a retry writes once");
        (await SaveAsync(world, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "Another." })).Problem!.TextKey.ShouldBe("CodeTaken");
        var saved = (await SaveAsync(world, CommitmentDraft.Of(added) with { Delivering = "HN-TWO", TargetOn = new(2021, 12, 1) })).Row!;
        (saved.Delivering, saved.Version).ShouldBe(("HN-TWO", 2));
        (await SaveAsync(world, CommitmentDraft.Of(added) with { Statement = "Late." })).Outcome.ShouldBe(SaveOutcome.Conflict);
        var list = await ListAsync(world);
        list.Facts.Single().Delivering.ShouldBe("HN-TWO");
        var retire = new RetireCommitment(world.As(Focal), world.Clock);
        var retired = (await retire.RunAsync(World.Honduras, saved)).Row!;
        (await ListAsync(world)).Rows.ShouldBeEmpty();
        (await SaveAsync(world, CommitmentDraft.Of(retired) with { Statement = "Archived." })).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await retire.RestoreAsync(World.Honduras, retired)).Ok.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task What_is_withdrawn_or_not_fulfilled_says_why_and_history_keeps_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var added = (await SaveAsync(world, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "A law." })).Row!;
        foreach (var status in new[] { CommitmentStatus.Withdrawn, CommitmentStatus.NotFulfilled })
            (await SaveAsync(world, CommitmentDraft.Of(added) with { Status = status })).Problem!.Field.ShouldBe("StatusNote");
        (await SaveAsync(world, CommitmentDraft.Of(added) with { Status = CommitmentStatus.Withdrawn, StatusNote = "Replaced by a wider law." })).Ok.ShouldBeTrue();
        (await world.Behind.ScalarAsync<string>("select Reason from AuditLink where Reason is not null", new { })).ShouldBe("Replaced by a wider law.");
    }

    [Theory, EveryDatabase]
    public async Task Only_who_may_edit_the_country_changes_its_commitments(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var added = (await SaveAsync(world, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "A law." })).Row!;
        foreach (var person in World.People.Where(p => p != Focal))
        {
            await Should.ThrowAsync<AccessRefusedException>(() => SaveAsync(world, CommitmentDraft.Of(added) with { Statement = "x" }, person));
            await Should.ThrowAsync<AccessRefusedException>(() => new RetireCommitment(world.As(person), world.Clock).RunAsync(World.Honduras, added));
        }
        (await new SaveCommitment(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, CommitmentDraft.Of(added) with { Statement = "x" })).Outcome.ShouldBe(SaveOutcome.NotFound);
    }

    [Fact]
    public void A_commitment_is_overdue_from_the_day_after_its_date_while_it_is_open() =>
        Gen.Select(Gen.Enum<CommitmentStatus>(), Gen.Int[-400, 400]).Sample((status, days) =>
        {
            var today = new DateOnly(2021, 11, 15);
            var isOpen = status is not (CommitmentStatus.Fulfilled or CommitmentStatus.NotFulfilled or CommitmentStatus.Withdrawn);
            return CommitmentRules.IsOverdue(status, today.AddDays(days), today) == (isOpen && days < 0) && !CommitmentRules.IsOverdue(status, null, today);
        });

    [Fact]
    public async Task On_the_board_a_choice_moves_a_card_and_one_that_needs_a_reason_asks_for_it()
    {
        await using var world = await World.OpenAsync();
        await SaveAsync(world, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "A law." });
        await using var stage = PageStage.Of(world, Focal);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/hnd/commitments?view=board");
        var page = stage.Render<CommitmentsPage>(p => p.Add(x => x.Country, "hnd"));
        page.WaitForAssertion(() => page.Find("#move-HN-C1"));
        await page.Find("#move-HN-C1").ChangeAsync("UnderWay");
        page.WaitForAssertion(() => page.Find("[aria-labelledby=column-UnderWay]").TextContent.ShouldContain("A law."));
        await page.Find("#move-HN-C1").ChangeAsync("Withdrawn");
        page.WaitForAssertion(() => page.Find("#commitment-form"));
        await page.Find("#commitment-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#commitment-form-StatusNote-error").TextContent.ShouldContain("why"));
        await page.Find("#commitment-form-StatusNote").ChangeAsync("Replaced.");
        await page.Find("#commitment-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("[aria-labelledby=column-Withdrawn]").TextContent.ShouldContain("Replaced."));
    }

    private static Task<CommitmentList> ListAsync(World world) => new ListCommitments(world.As(Focal)).RunAsync(World.Honduras);

    private static Task<Saved<CommitmentFacts>> SaveAsync(World world, CommitmentDraft draft, TestPerson? person = null) =>
        new SaveCommitment(world.As(person ?? Focal)).RunAsync(World.Honduras, draft);
}
