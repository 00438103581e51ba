using Monitoring.Data;

namespace Monitoring.Web.Commitments;

/// <summary>Adds a commitment or changes one, with the initiatives that deliver it.</summary>
public sealed class SaveCommitment(Gate gate)
{
    public async Task<Saved<CommitmentFacts>> RunAsync(CountryCode country, CommitmentDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (CommitmentRules.Problem(draft) is { } problem) return Saved.Refused(problem);
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        var now = await ReadAsync(db, draft.Id, ct);
        if (await db.WasDoneAsync(draft.Operation, ct)) return now is null ? Saved.NotFound : Saved.Done(now);
        if (draft.Version > 0 && now is null or { RetiredAt: not null }) return Saved.NotFound;
        if (now is not null && now.Version != draft.Version) return Saved.Conflict(now);
        draft = draft with { Delivering = string.Join(' ', draft.DeliveringCodes) };
        var fields = Change.Between(now, draft);
        if (fields.Count == 0) return Saved.Done(now!);
        try
        {
            if (await db.StageAsync(now is null ? Insert : Update, draft, ct) != 1)
                return await ReadAsync(db, draft.Id, ct) is { } theirs ? Saved.Conflict(theirs) : Saved.NotFound;
        }
        catch (KeyTakenException)
        {
            return Saved.Refused(new Problem(nameof(draft.Code), "CodeTaken", draft.Code));
        }
        await db.StageAsync(Unlink, new { draft.Id }, ct);
        foreach (var code in draft.DeliveringCodes)
            if (await db.StageAsync(Link, new { draft.Id, Code = code }, ct) != 1) return Saved.Refused(new Problem(nameof(draft.Delivering), "NoSuchInitiative", code));
        var marked = new List<FieldChange>();
        foreach (var field in fields) marked.Add(now is null ? field : await db.MarkReportedAsync(CommitmentsRoom.Commitment, now, field, ct));
        var saved = await ReadAsync(db, draft.Id, ct) ?? throw new InvalidOperationException("A saved commitment cannot be read back.");
        // Of the row and of the save: why it was withdrawn.
        var reason = CommitmentRules.NeedsReason(draft.Status) && fields.Any(f => f.Field is nameof(draft.Status)) ? draft.StatusNote : null;
        await db.CommitAsync(new Change(now is null ? ChangeAction.Added : action, CommitmentsRoom.Commitment, draft.Id, draft.Code, marked, reason), draft.Operation, ct);
        return Saved.Done(saved);
    }

    private static async Task<CommitmentFacts?> ReadAsync(CountryEdit db, Guid id, CancellationToken ct) =>
        await db.OneAsync<CommitmentFacts>(CommitmentFacts.One, new { Id = id }, ct) is { } row
            ? row with { Delivering = string.Join(' ', await db.ListAsync<string>(CommitmentFacts.DeliveringOf, new { Id = id }, ct)) }
            : null;

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Commitment (Country, Id, Code, Statement, ContentLanguage, Area, Instrument, TargetOn, Status, StatusMark, StatusNote, Position, Mark, Version,
               ChangedAt, ChangedBy)
        select @Country, @Id, @Code, @Statement, @ContentLanguage, @Area, @Instrument, @TargetOn, @Status, 'Reported', @StatusNote, coalesce(max(p.Position), 0) + 1,
               'Reported', 1, @Now, @Person
          from Commitment p
         where p.Country = @Country
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update Commitment
           set StatusMark = case when Status = @Status then StatusMark else 'Reported' end,
               Code = @Code, Statement = @Statement, ContentLanguage = @ContentLanguage, Area = @Area, Instrument = @Instrument, TargetOn = @TargetOn, Status = @Status,
               StatusNote = @StatusNote, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);

    public static readonly CountrySql Unlink = CountrySql.Of("delete from CommitmentInitiative where Country = @Country and CommitmentId = @Id");

    public static readonly CountrySql Link = CountrySql.Of("""
        insert into CommitmentInitiative (Country, CommitmentId, InitiativeId)
        select @Country, @Id, i.Id from Initiative i where i.Country = @Country and i.Code = @Code
        """);
}
