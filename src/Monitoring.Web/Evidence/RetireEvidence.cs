using Monitoring.Data;
using Monitoring.Web.Comments;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Evidence;

/// <summary>Takes evidence off a thing, or brings it back. The file stays where it is, as history does.</summary>
public sealed class RetireEvidence(Gate gate, TimeProvider clock)
{
    public Task<Saved<EvidenceRow>> RunAsync(CountryCode country, Thing thing, EvidenceRow evidence, CancellationToken ct = default) =>
        SaveAsync(country, thing, RetireDraft.Of(evidence, clock), ct);

    public Task<Saved<EvidenceRow>> RestoreAsync(CountryCode country, Thing thing, EvidenceRow evidence, CancellationToken ct = default) =>
        SaveAsync(country, thing, RetireDraft.Undo(evidence), ct);

    private async Task<Saved<EvidenceRow>> SaveAsync(CountryCode country, Thing thing, RetireDraft draft, CancellationToken ct)
    {
        await using var db = await AddEvidence.OpenAsync(gate, country, thing, ct);
        var now = await db.OneAsync<EvidenceRow>(EvidenceRow.One, draft, ct);
        if (now is null || now.Subject != thing.Subject || now.SubjectId != thing.Id || !await thing.IsThereAsync(db, ct)) return Saved.NotFound;
        var action = draft.RetiredAt is null ? ChangeAction.Restored : ChangeAction.Retired;
        return await db.SaveAsync<EvidenceRow>(EvidenceRow.One, Update, draft, EvidenceRoom.Evidence, _ => thing.Label, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Evidence
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
