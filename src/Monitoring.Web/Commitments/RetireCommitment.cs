using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Commitments;

/// <summary>Archives a commitment, or brings it back. It stays in history.</summary>
public sealed class RetireCommitment(Gate gate, TimeProvider clock)
{
    public Task<Saved<CommitmentFacts>> RunAsync(CountryCode country, CommitmentFacts commitment, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Of(commitment, clock), ChangeAction.Retired, ct);

    public Task<Saved<CommitmentFacts>> RestoreAsync(CountryCode country, CommitmentFacts commitment, CancellationToken ct = default) =>
        SaveAsync(country, RetireDraft.Undo(commitment), ChangeAction.Restored, ct);

    private async Task<Saved<CommitmentFacts>> SaveAsync(CountryCode country, RetireDraft draft, ChangeAction action, CancellationToken ct)
    {
        await using var db = await gate.EditAsync(country, May.EditCountry, ct: ct);
        return await db.SaveAsync<CommitmentFacts>(CommitmentFacts.One, Update, draft, CommitmentsRoom.Commitment, c => c.Code, action, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Commitment
           set RetiredAt = @RetiredAt, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
