using Monitoring.Data;

namespace Monitoring.Web.Comments;

/// <summary>Writes a comment, or changes one's own; whom it names finds it on the country's home.</summary>
public sealed class SaveComment(Gate gate)
{
    public async Task<Saved<CommentRow>> RunAsync(CountryCode country, Thing thing, CommentDraft draft, CancellationToken ct = default)
    {
        if (CommentRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        var mentioned = CommentRules.Mentioned(draft.Text, await gate.ColleaguesAsync(country, ct));
        await using var db = await OpenAsync(gate, country, thing.InitiativeId, ct);
        if (await db.WasDoneAsync(draft.Operation, ct)) return await db.OneAsync<CommentRow>(CommentRow.One, draft, ct) is { } done ? Saved.Done(done) : Saved.NotFound;
        CommentRow? before = null;
        if (draft.Version == 0)
        {
            if (!await thing.IsThereAsync(db, ct)) return Saved.NotFound;
            await db.StageAsync(Insert, new { draft.Id, draft.Text, thing.Subject, SubjectId = thing.Id, thing.InitiativeId, thing.Place, thing.Label }, ct);
        }
        else
        {
            before = await db.OneAsync<CommentRow>(CommentRow.One, draft, ct);
            // Only one's own: another's is not there to be changed.
            if (before is not { IsMine: true } || before.InitiativeId != thing.InitiativeId) return Saved.NotFound;
            if (await db.StageAsync(Update, draft, ct) != 1) return Saved.Conflict(before);
            await db.StageAsync(ForgetMentions, draft, ct);
        }
        foreach (var colleague in mentioned) await db.StageAsync(AddMention, new { draft.Id, Colleague = colleague.Id }, ct);
        var row = (await db.OneAsync<CommentRow>(CommentRow.One, draft, ct))!;
        await db.CommitAsync(new Change(before is null ? ChangeAction.Added : ChangeAction.Edited, CommentsRoom.Comment, draft.Id, thing.Label, Change.Between(before, draft)),
            draft.Operation, ct);
        return Saved.Done(row);
    }

    /// <summary>Who edits the thing comments on it, and so does who approves the country's report.</summary>
    internal static Task<CountryEdit> OpenAsync(Gate gate, CountryCode country, Guid? initiative, CancellationToken ct) =>
        gate.EditAsync(country, May.Comment, initiative, ct);

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Comment (Country, Id, Subject, SubjectId, InitiativeId, Place, Label, Text, PersonId, PersonName, WrittenAt, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Subject, @SubjectId, @InitiativeId, @Place, @Label, @Text, @PersonId, @Person, @Now, 1, @Now, @Person)
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update Comment
           set Text = @Text, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and PersonId = @PersonId
        """);

    public static readonly CountrySql ForgetMentions = CountrySql.Of("delete from CommentMention where Country = @Country and CommentId = @Id");

    public static readonly CountrySql AddMention = CountrySql.Of("insert into CommentMention (Country, CommentId, PersonId) values (@Country, @Id, @Colleague)");
}
