using Monitoring.Data;
using Monitoring.Web.Audit;

namespace Monitoring.Web.Commitments;

public sealed class RestoreCommitment(Gate gate, SaveCommitment save, RetireCommitment retire) : Restorer
{
    public override string Subject => CommitmentsRoom.Commitment;

    public override async Task<SaveOutcome> RunAsync(CountryCode country, Guid id, IReadOnlyDictionary<string, string?> earlier, CancellationToken ct)
    {
        CommitmentFacts? now;
        // Read first and let go: an edit door is not opened while another door holds the file.
        await using (var db = await gate.ReadAsync(country, ct: ct))
        {
            now = await db.OneAsync<CommitmentFacts>(CommitmentFacts.One, new { Id = id }, ct);
            if (now is not null) now = now with { Delivering = string.Join(' ', await db.ListAsync<string>(CommitmentFacts.DeliveringOf, new { Id = id }, ct)) };
        }
        return now is null ? SaveOutcome.NotFound : (await save.RunAsync(country, Onto(CommitmentDraft.Of(now), earlier), ChangeAction.Restored, ct)).Outcome;
    }

    public override async Task<SaveOutcome> BringBackAsync(CountryCode country, Guid id, CancellationToken ct) =>
        await NowAsync<CommitmentFacts>(gate, country, CommitmentFacts.One, id, ct) switch
        {
            null => SaveOutcome.NotFound,
            { RetiredAt: null } => SaveOutcome.Saved,
            var now => (await retire.RestoreAsync(country, now, ct)).Outcome,
        };
}
