using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>What was changed of a cycle, the newest first.</summary>
public sealed class ReadCycleChanges(Gate gate)
{
    public async Task<IReadOnlyList<CycleChange>> RunAsync(string cycle, CancellationToken ct = default)
    {
        await using var db = await gate.RegionAsync(ct);
        return await db.ListAsync<CycleChange>(CycleChange.OfCycle, new { Cycle = cycle }, ct);
    }
}
