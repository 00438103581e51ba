using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Checklists;

/// <summary>Answers an item for the first time, changes the answer, or takes it back.</summary>
public sealed class SaveAnswer(Gate gate, TimeProvider clock)
{
    public async Task<Saved<AnswerRow>> RunAsync(CountryCode country, AnswerDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (AnswerRules.Problem(draft, clock.Today()) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        if (draft.Version > 0) return await db.SaveAsync<AnswerRow>(AnswerRow.One, Update, draft, ChecklistsRoom.ChecklistAnswer, a => a.Label, action, ct: ct);
        // Two who answer the same item at once: the second sees the answer of the first.
        if (await db.OneAsync<AnswerRow>(OfItem, new { draft.ChecklistCode, draft.ItemNo }, ct) is { } theirs
            && (theirs.Id != draft.Id || !await db.WasDoneAsync(draft.Operation, ct))) return Saved.Conflict(theirs);
        return await db.AddAsync<AnswerRow>(AnswerRow.One, Insert, draft, ChecklistsRoom.ChecklistAnswer, a => a.Label, ct);
    }

    /// <summary>The item is not answered any more; the answer stays in history.</summary>
    public async Task<Saved<AnswerRow>> TakeBackAsync(CountryCode country, AnswerRow answer, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        var nothing = AnswerDraft.Of(answer) with { Answer = null, Note = null, AnsweredOn = null };
        return await db.SaveAsync<AnswerRow>(AnswerRow.One, Delete, nothing, ChecklistsRoom.ChecklistAnswer, a => a.Label, ChangeAction.Retired, ct: ct);
    }

    public static readonly CountrySql OfItem = CountrySql.Of("""
        select Id, ChecklistCode, ItemNo, Answer, Note, ContentLanguage, AnsweredOn, Mark, Version, ChangedAt, ChangedBy
          from ChecklistAnswer
         where Country = @Country and ChecklistCode = @ChecklistCode and ItemNo = @ItemNo
        """);

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into ChecklistAnswer (Country, ChecklistCode, ItemNo, Id, Answer, Note, ContentLanguage, AnsweredOn, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @ChecklistCode, @ItemNo, @Id, @Answer, @Note, @ContentLanguage, @AnsweredOn, 'Reported', 1, @Now, @Person)
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update ChecklistAnswer
           set Answer = @Answer, Note = @Note, ContentLanguage = @ContentLanguage, AnsweredOn = @AnsweredOn, Mark = 'Reported', Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);

    public static readonly CountrySql Delete = CountrySql.Of("delete from ChecklistAnswer where Country = @Country and Id = @Id and Version = @Version");
}
