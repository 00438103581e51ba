using Monitoring.Data;

namespace Monitoring.Web.Drafts;

/// <summary>
/// Goes on with a draft, as an edit of its own: should the window in which it was begun still be open, its save is another change and
/// not a retry of this one.
/// </summary>
public sealed class TakeUpDraft(Gate gate, ListDrafts list)
{
    /// <summary>The draft under its new ids; null when it is not there any more.</summary>
    public async Task<KeptDraft?> RunAsync(CountryCode country, KeptDraft draft, CancellationToken ct = default)
    {
        var taken = draft with { Operation = Guid.CreateVersion7(), SubjectId = draft.IsNew ? Guid.CreateVersion7() : draft.SubjectId };
        // What the browser held and is telling now belongs to it.
        await list.Coming;
        await using var db = await gate.DraftsAsync(country, edit: true, ct);
        if (!await db.RenameAsync(draft.Operation, taken.Operation, taken.SubjectId, ct)) return null;
        // As it is kept now: more may have come since it was offered.
        taken = KeptDraft.Of(await db.ListAsync(ct)).First(d => d.Operation == taken.Operation);
        await db.CommitAsync(ct);
        list.Changed();
        return taken;
    }
}
