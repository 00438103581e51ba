using Monitoring.Data;
using Monitoring.Web.Comments;

namespace Monitoring.Web.Evidence;

/// <summary>What can be done to the evidence of a thing.</summary>
public sealed class EvidenceEdits(ListEvidence list, AddEvidence add, RetireEvidence retire, FileStore files)
{
    public Task<IReadOnlyList<EvidenceRow>> ListAsync(CountryCode country, Thing thing) => list.RunAsync(country, thing.Subject, thing.Id);

    public Task<(StoredFile? File, Problem? Problem)> TakeAsync(Stream content, string name) => files.TakeAsync(content, name);

    public Task<Saved<EvidenceRow>> AddAsync(CountryCode country, Thing thing, EvidenceDraft draft) => add.RunAsync(country, thing, draft);

    public Task<Saved<EvidenceRow>> RetireAsync(CountryCode country, Thing thing, EvidenceRow row) => retire.RunAsync(country, thing, row);

    public Task<Saved<EvidenceRow>> RestoreAsync(CountryCode country, Thing thing, EvidenceRow row) => retire.RestoreAsync(country, thing, row);
}
