using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The first kept total that is not what its leaves come to.</summary>
public sealed record TotalsFault(int SnapshotNo, string IndicatorCode);

/// <summary>
/// Makes the kept totals again from the leaves, the frozen measurements, and compares. The leaves themselves are held to the hash of their
/// snapshot by <see cref="CheckSnapshots"/>. Changes nothing but for what an older program left unkept.
/// </summary>
public sealed class RecomputeTotals(Gate gate)
{
    public static readonly CountrySql Numbers = CountrySql.Of("select SnapshotNo from Snapshot where Country = @Country order by SnapshotNo");

    public static readonly CountrySql Initiatives = CountrySql.Of(
        "select InitiativeId, Code from FrozenInitiative where Country = @Country and SnapshotNo = @SnapshotNo");

    public static readonly PlatformSql Countries = PlatformSql.Of("select Code from Country order by Code");

    /// <summary>Every country with its first fault, or null where all are equal.</summary>
    public async Task<IReadOnlyList<(CountryCode Country, TotalsFault? Fault)>> RunAsync(CancellationToken ct = default)
    {
        var job = gate.ForJob(JobName.Recompute);
        var seen = new List<(CountryCode, TotalsFault?)>();
        foreach (var country in await CountriesAsync(job, ct))
        {
            await using var db = await job.ReadAsync(country, ct);
            seen.Add((country, await FirstFaultAsync(db, ct)));
        }
        return seen;
    }

    /// <summary>Keeps the totals of snapshots that were accepted before totals were kept; the number of snapshots.</summary>
    public async Task<int> FillAsync(CancellationToken ct = default)
    {
        var job = gate.ForJob(JobName.Recompute);
        var filled = 0;
        foreach (var country in await CountriesAsync(job, ct))
        {
            await using (var look = await job.ReadAsync(country, ct))
                if ((await look.ListAsync<int>(FrozenTotal.Unkept, null, ct)).Count == 0) continue;
            await using var db = await job.EditAsync(country, ct);
            var unkept = await db.ListAsync<int>(FrozenTotal.Unkept, null, ct);
            foreach (var number in unkept) await FrozenTotals.KeepAsync(db, number, await FromLeavesAsync(db, number, ct), ct);
            if (unkept.Count == 0) continue;
            await db.CommitAsync(new Change(ChangeAction.Loaded, "Snapshot", Guid.CreateVersion7(), "#" + string.Join(", #", unkept), []), Guid.CreateVersion7(), ct);
            filled += unkept.Count;
        }
        return filled;
    }

    /// <summary>The first fault of a country, or null when every kept total is what its leaves come to.</summary>
    public static async Task<TotalsFault?> FirstFaultAsync(CountryDb db, CancellationToken ct = default)
    {
        foreach (var number in await db.ListAsync<int>(Numbers, null, ct))
        {
            var kept = await db.ListAsync<FrozenTotal>(FrozenTotal.Kept, new { SnapshotNo = number }, ct);
            var made = await FromLeavesAsync(db, number, ct);
            for (var i = 0; i < Math.Max(kept.Count, made.Count); i++)
                if (i >= kept.Count || i >= made.Count || kept[i] != made[i] with { SnapshotNo = number })
                    return new TotalsFault(number, (i < made.Count ? made[i] : kept[i]).IndicatorCode);
        }
        return null;
    }

    private static async Task<IReadOnlyList<FrozenTotal>> FromLeavesAsync(CountryDb db, int snapshotNo, CancellationToken ct) => FrozenTotals.Of(
        await db.ListAsync<FrozenMeasurement>(FrozenMeasurement.Kept, new { SnapshotNo = snapshotNo }, ct),
        (await db.ListAsync<InitiativeCode>(Initiatives, new { SnapshotNo = snapshotNo }, ct)).ToDictionary(i => i.InitiativeId, i => i.Code));

    private static async Task<IReadOnlyList<CountryCode>> CountriesAsync(JobGate job, CancellationToken ct)
    {
        await using var people = await job.ReadPeopleAsync(ct);
        return await people.ListAsync<CountryCode>(Countries, null, ct);
    }

    private sealed record InitiativeCode
    {
        public Guid InitiativeId { get; init; }
        public string Code { get; init; } = "";
    }
}
