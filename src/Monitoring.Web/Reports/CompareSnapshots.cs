using System.Globalization;
using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <param name="Snapshots">All of the country.</param>
/// <param name="From">Number of the earlier side; <see cref="CompareSnapshots.Now"/> for what the country has now.</param>
/// <param name="To">The later side.</param>
/// <param name="Changes">From one to the other.</param>
/// <param name="Restatements">Every correction of an accepted value, the newest first.</param>
public sealed record SnapshotComparison(IReadOnlyList<SnapshotRow> Snapshots, int From, int To, IReadOnlyList<RowDiff> Changes, IReadOnlyList<Restatement> Restatements);

/// <summary>Two snapshots of a country, or one and what the country has now, field by field.</summary>
public sealed class CompareSnapshots(Gate gate)
{
    /// <summary>In the place of a number: what the country has now.</summary>
    public const int Now = 0;

    /// <exception cref="UnknownChoiceException">A number that no snapshot has.</exception>
    public async Task<SnapshotComparison> RunAsync(CountryCode country, int? from, int? to, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        var all = await db.ListAsync<SnapshotRow>(SnapshotRow.All, null, ct);
        if (all.Count == 0) return new SnapshotComparison(all, Now, Now, [], []);
        var right = Known(all, to ?? Now);
        var left = Known(all, from ?? all[^1].SnapshotNo);
        var changes = left == right ? [] : SnapshotDiff.Between(await ContentAsync(db, left, ct), await ContentAsync(db, right, ct));
        var restated = await db.ListAsync<Restatement>(Restatement.All, null, ct);
        var uses = restated.Count == 0 ? [] : await Restatement.UsesAsync(db, ct);
        return new SnapshotComparison(all, left, right, changes, RestatementRules.WithUses(restated, uses, all));
    }

    private static Task<FrozenContent> ContentAsync(CountryDb db, int number, CancellationToken ct) =>
        number == Now ? FrozenContent.LivingAsync(db, ct) : FrozenContent.KeptAsync(db, number, ct);

    private static int Known(IReadOnlyList<SnapshotRow> all, int number) => number == Now || all.Any(s => s.SnapshotNo == number)
        ? number
        : throw new UnknownChoiceException("snapshot", number.ToString(CultureInfo.InvariantCulture));
}
