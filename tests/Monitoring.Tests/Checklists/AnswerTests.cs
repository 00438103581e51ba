using Bunit;
using Monitoring.Web.Checklists;

namespace Monitoring.Tests.Checklists;

public sealed class AnswerTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task An_item_is_answered_changed_and_the_answer_taken_back(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var save = new SaveAnswer(world.As(Focal), world.Clock);
        var draft = new AnswerDraft { ContentLanguage = "en", ChecklistCode = "CL1", ItemNo = 3, Answer = ChecklistReply.Yes, AnsweredOn = new(2021, 11, 15) };
        var added = (await save.RunAsync(World.Honduras, draft)).Row!;
        (added.Label, added.Mark).ShouldBe(("CL1.3", Mark.Reported));
        (await save.RunAsync(World.Honduras, draft)).Ok.ShouldBeTrue("a retry writes once");
        (await save.RunAsync(World.Honduras, draft with { Id = Guid.CreateVersion7(), Operation = Guid.CreateVersion7(), Answer = ChecklistReply.No })).Outcome.ShouldBe(SaveOutcome.Conflict);
        var changed = (await save.RunAsync(World.Honduras, AnswerDraft.Of(added) with { Answer = ChecklistReply.Partly, Note = "Two of three." })).Row!;
        (await save.RunAsync(World.Honduras, AnswerDraft.Of(added) with { Answer = ChecklistReply.No })).Outcome.ShouldBe(SaveOutcome.Conflict);
        (await AnsweredAsync(world)).ShouldBe(1);
        (await save.TakeBackAsync(World.Honduras, changed)).Ok.ShouldBeTrue();
        (await AnsweredAsync(world)).ShouldBe(0);
        (await world.Behind.ScalarAsync<string>("select OldValue from FieldChange where Field = 'Answer' and NewValue is null", new { })).ShouldBe("Partly");
        await using var db = await world.As(Focal).ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(db)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Another_country_is_neither_reached_nor_seen(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var draft = new AnswerDraft { ContentLanguage = "en", ChecklistCode = "CL1", ItemNo = 3, Answer = ChecklistReply.Yes };
        var added = (await new SaveAnswer(world.As(Focal), world.Clock).RunAsync(World.Honduras, draft)).Row!;
        var mexican = new SaveAnswer(world.As(World.FocalPoint(World.Mexico)), world.Clock);
        (await mexican.RunAsync(World.Mexico, AnswerDraft.Of(added) with { Answer = ChecklistReply.No })).Outcome.ShouldBe(SaveOutcome.NotFound);
        await Should.ThrowAsync<AccessRefusedException>(() => mexican.RunAsync(World.Honduras, AnswerDraft.Of(added) with { Answer = ChecklistReply.No }));
        await Should.ThrowAsync<AccessRefusedException>(() => new SaveAnswer(world.As(World.Contributor(World.Honduras)), world.Clock).RunAsync(World.Honduras, draft));
        (await new ListChecklists(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico)).Rows.ShouldAllBe(r => r.Answer == null);
    }

    [Fact]
    public void An_answer_is_chosen_and_partly_or_not_applicable_says_why()
    {
        var today = new DateOnly(2021, 11, 15);
        AnswerRules.Problem(new AnswerDraft(), today)!.TextKey.ShouldBe("AnswerNeeded");
        AnswerRules.Problem(new AnswerDraft { ContentLanguage = "en", Answer = ChecklistReply.NotApplicable }, today)!.Field.ShouldBe("Note");
        AnswerRules.Problem(new AnswerDraft { ContentLanguage = "en", Answer = ChecklistReply.Yes, AnsweredOn = today.AddDays(1) }, today)!.TextKey.ShouldBe("InTheFuture");
        AnswerRules.Problem(new AnswerDraft { ContentLanguage = "en", Answer = ChecklistReply.No }, today).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_ticked_in_a_form_that_is_opened_and_two_answers_stand_side_by_side()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = stage.Render<ChecklistsPage>(p => p.Add(x => x.Country, "hnd"));
        page.WaitForAssertion(() => page.FindAll("details li").Count.ShouldBe(52));
        await page.Find("#CL1 .line .link-button").ClickAsync(new());
        page.FindAll("#answer-CL1-1 input[type=radio]").Count.ShouldBe(4);
        page.FindAll("#answer-CL1-1 input[checked]").ShouldBeEmpty();
        await page.Find("#answer-CL1-1").SubmitAsync();
        page.Find("#answer-CL1-1-Answer-error").TextContent.ShouldContain("choose");
        await page.FindAll("#answer-CL1-1 input[type=radio]")[0].ChangeAsync(true);
        await new SaveAnswer(world.As(Focal), world.Clock).RunAsync(World.Honduras, new AnswerDraft { ContentLanguage = "en", ChecklistCode = "CL1", ItemNo = 1, Answer = ChecklistReply.No, Note = "No map yet." });
        await page.Find("#answer-CL1-1").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#answer-CL1-1 .theirs").TextContent.ShouldContain("No map yet."));
        page.FindAll("#answer-CL1-1 input[type=radio]")[0].HasAttribute("checked").ShouldBeTrue();
        await page.Find("#answer-CL1-1").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#CL1 .line").TextContent.ShouldContain("Yes"));
        page.FindAll(".rungs li[aria-current]").Count.ShouldBe(1);
    }

    private static async Task<int> AnsweredAsync(World world) => (await new ListChecklists(world.As(Focal)).RunAsync(World.Honduras)).Rows.Count(r => r.Answer is not null);
}
