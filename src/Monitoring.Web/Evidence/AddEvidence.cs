using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Evidence;

/// <summary>Ties a link or a stored file to a thing.</summary>
public sealed class AddEvidence(Gate gate, FileStore files)
{
    public const int Title = 400, Address = 2000;

    public async Task<Saved<EvidenceRow>> RunAsync(CountryCode country, Thing thing, EvidenceDraft draft, CancellationToken ct = default)
    {
        if (Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await OpenAsync(gate, country, thing, ct);
        if (!await thing.IsThereAsync(db, ct)) return Saved.NotFound;
        // A form that was left open for weeks: its file was swept.
        if (draft.FileHash is { } named && !await files.HoldAsync(named, ct)) return Saved.Refused(new Problem("File", "FileGone"));
        var wasDone = await db.WasDoneAsync(draft.Operation, ct);
        if (!wasDone)
            await db.StageAsync(Insert, new
            {
                draft.Id,
                thing.Subject,
                SubjectId = thing.Id,
                draft.Title,
                draft.Address,
                draft.FileHash,
                draft.FileName,
                draft.MediaType,
                draft.FileBytes,
                draft.IsPublic,
            }, ct);
        if (await db.OneAsync<EvidenceRow>(EvidenceRow.One, draft, ct) is not { } row) return Saved.NotFound;
        if (!wasDone) await db.CommitAsync(new Change(ChangeAction.Added, EvidenceRoom.Evidence, draft.Id, thing.Label, Change.Between(null, draft)), draft.Operation, ct);
        if (draft.FileHash is { } saved) files.Saved(saved);
        return Saved.Done(row);
    }

    public static Problem? Problem(EvidenceDraft draft) =>
        TextRules.Problem(nameof(draft.Title), draft.Title, Title, isRequired: true)
        ?? TextRules.Problem(nameof(draft.Address), draft.Address, Address, isRequired: draft.FileHash is null)
        // Anything but the web could run in the reader's browser.
        ?? (draft.Address is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            ? new Problem(nameof(draft.Address), "AddressForm") : null);

    /// <summary>Who edits the thing shows evidence for it.</summary>
    internal static Task<CountryEdit> OpenAsync(Gate gate, CountryCode country, Thing thing, CancellationToken ct) =>
        gate.EditAsync(country, thing.InitiativeId is null ? May.EditCountry : May.EditInitiative, thing.InitiativeId, ct);

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Evidence (Country, Id, Subject, SubjectId, Title, Address, FileHash, FileName, MediaType, FileBytes, IsPublic, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Subject, @SubjectId, @Title, @Address, @FileHash, @FileName, @MediaType, @FileBytes, @IsPublic, 1, @Now, @Person)
        """);
}
