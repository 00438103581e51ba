using Monitoring.Web.Initiatives;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Shared;

public sealed class EditTests
{
    private static readonly InitiativeRow Seen = new() { Id = Guid.CreateVersion7(), Version = 3, Stage = InitiativeStage.Pilot, StageNote = "one", Outlook = Outlook.NotAssessed };

    [Fact]
    public async Task A_field_that_only_the_other_changed_is_taken_over_without_a_question()
    {
        var edit = Open(d => d with { Outlook = Outlook.Delayed });
        StatusDraft? written = null;
        var saved = await edit.SaveAsync(d => Answer(d.Version == 3 ? Saved.Conflict(Seen with { Version = 4, StageNote = "theirs" }) : Done(written = d)));
        saved.ShouldNotBeNull();
        (written!.Version, written.StageNote, written.Outlook).ShouldBe((4, "theirs", Outlook.Delayed));
        written.Operation.ShouldBe(edit.Draft.Operation);
    }

    [Fact]
    public async Task A_field_that_both_changed_is_decided_by_the_person_and_nothing_is_written_before()
    {
        var edit = Open(d => d with { StageNote = "mine", Outlook = Outlook.Delayed });
        var theirs = Seen with { Version = 4, StageNote = "theirs", Outlook = Outlook.Blocked, ChangedBy = "Ana" };
        (await edit.SaveAsync(_ => Answer(Saved.Conflict(theirs)))).ShouldBeNull();
        edit.State.ShouldBe(EditState.Conflict);
        edit.TheirName.ShouldBe("Ana");
        edit.Clashes.Select(c => (c.Field, c.Before, c.Theirs, c.Mine)).ShouldBe(
            [("StageNote", "one", "theirs", "mine"), ("Outlook", Outlook.NotAssessed, Outlook.Blocked, Outlook.Delayed)]);

        edit.TakeTheirs["StageNote"] = true;
        (await edit.SaveAsync(_ => throw new InvalidOperationException("Nothing is decided yet."))).ShouldBeNull();
        edit.State.ShouldBe(EditState.Conflict);

        edit.TakeTheirs["Outlook"] = false;
        StatusDraft? written = null;
        (await edit.SaveAsync(d => Answer(Done(written = d)))).ShouldNotBeNull();
        (written!.Version, written.StageNote, written.Outlook).ShouldBe((4, "theirs", Outlook.Delayed));
        edit.Seen.ShouldBe(theirs);
    }

    [Fact]
    public async Task The_same_change_by_both_is_no_conflict()
    {
        var edit = Open(d => d with { StageNote = "same" });
        (await edit.SaveAsync(d => Answer(d.Version == 3 ? Saved.Conflict(Seen with { Version = 4, StageNote = "same" }) : Done(d)))).ShouldNotBeNull();
    }

    [Fact]
    public async Task When_the_database_does_not_answer_the_text_and_the_operation_stay()
    {
        var edit = Open(d => d with { StageNote = "kept" });
        var operation = edit.Draft.Operation;
        (await edit.SaveAsync(_ => throw new DatabaseUnavailableException(new IOException("locked")))).ShouldBeNull();
        (edit.State, edit.Draft.StageNote, edit.Draft.Operation).ShouldBe((EditState.NotSaved, "kept", operation));
        (await edit.SaveAsync(d => Answer(Done(d)))).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_nobody_foresaw_keeps_the_text_and_is_kept_for_the_log()
    {
        var edit = Open(d => d with { StageNote = "kept" });
        (await edit.SaveAsync(_ => throw new FormatException("odd"))).ShouldBeNull();
        (edit.State, edit.Draft.StageNote).ShouldBe((EditState.NotSaved, "kept"));
        edit.Failure.ShouldBeOfType<FormatException>();
    }

    [Fact]
    public async Task A_right_that_ended_and_a_row_that_is_gone_keep_the_text()
    {
        var edit = Open(d => d with { StageNote = "kept" });
        (await edit.SaveAsync(_ => throw new AccessRefusedException())).ShouldBeNull();
        (edit.State, edit.Draft.StageNote).ShouldBe((EditState.NotAllowed, "kept"));
        (await edit.SaveAsync(_ => Answer(Saved.NotFound))).ShouldBeNull();
        (edit.State, edit.Draft.StageNote).ShouldBe((EditState.Gone, "kept"));
    }

    [Fact]
    public async Task Somebody_who_is_always_first_ends_in_not_saved_and_never_in_a_loop()
    {
        var edit = Open(d => d with { Outlook = Outlook.Delayed });
        var version = 3;
        (await edit.SaveAsync(_ => Answer(Saved.Conflict(Seen with { Version = ++version })))).ShouldBeNull();
        edit.State.ShouldBe(EditState.NotSaved);
    }

    private static Edit<InitiativeRow, StatusDraft> Open(Func<StatusDraft, StatusDraft> type) => new(Seen, type(StatusDraft.Of(Seen)));

    private static Saved<InitiativeRow> Done(StatusDraft draft) => Saved.Done(Seen with { Version = draft.Version + 1 });

    private static Task<Saved<InitiativeRow>> Answer(Saved<InitiativeRow> saved) => Task.FromResult(saved);
}
