using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>
/// What acceptance freezes now. Of a report that was opened again for single things, what was accepted with those things as they are
/// now: whatever else has changed meanwhile belongs to a later cycle and does not come along.
/// </summary>
public static class ReopenedContent
{
    public static async Task<FrozenContent> ReadAsync(CountryDb db, string cycle, IReadOnlyList<Reopening> reopenings, CancellationToken ct)
    {
        var living = await FrozenContent.LivingAsync(db, ct);
        if (ReopeningRules.Items(reopenings) is not { } open) return living;
        var accepted = await AcceptedAsync(db, cycle, ct);
        return accepted is null ? living : With(accepted, living, open);
    }

    /// <summary>The newest snapshot of the cycle, or null.</summary>
    public static async Task<FrozenContent?> AcceptedAsync(CountryDb db, string cycle, CancellationToken ct)
    {
        var snapshots = await db.ListAsync<SnapshotRow>(SnapshotRow.All, null, ct);
        return snapshots.LastOrDefault(s => s.CycleCode == cycle) is { } last ? await FrozenContent.KeptAsync(db, last.SnapshotNo, ct) : null;
    }

    internal static FrozenContent With(FrozenContent accepted, FrozenContent living, IReadOnlyList<Reopening> open)
    {
        var covering = open.Select(o => ReopeningRules.Covering(o, accepted, living)).ToList();
        bool IsOpen(FrozenRow row) => covering.Any(c => c(row));
        var tables = SnapshotContent.Tables.Select(t => t.Name).ToList();
        // The marks of single fields follow their rows, those that stay and those that are new.
        var replaced = tables.SelectMany(t => accepted.Rows(t).Concat(living.Rows(t))).Where(IsOpen).Select(ReopeningRules.IdOf).OfType<Guid>().ToHashSet();
        bool ComesAnew(FrozenRow row) => row is FrozenValueMark mark ? replaced.Contains(mark.SubjectId) : IsOpen(row);
        return FrozenContent.Of(tables.ToDictionary(t => t, t => (IReadOnlyList<FrozenRow>)[.. accepted.Rows(t).Where(r => !ComesAnew(r)), .. living.Rows(t).Where(ComesAnew)]));
    }
}
