using Monitoring.Data;

namespace Monitoring.Web.Drafts;

public sealed class ThrowAwayDraft(Gate gate, ListDrafts list)
{
    public async Task RunAsync(CountryCode country, Guid operation, CancellationToken ct = default)
    {
        await using var db = await gate.DraftsAsync(country, edit: true, ct);
        await db.ForgetAsync(operation, ct);
        await db.CommitAsync(ct);
        list.Changed();
    }
}
