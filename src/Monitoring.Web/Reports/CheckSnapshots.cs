using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>Where a country's snapshots do not hold: somebody changed the database past the doors.</summary>
/// <param name="SnapshotNo">The first that is not as it was written.</param>
/// <param name="What"><c>Missing</c>, <c>Chain</c> (it does not follow the one before), <c>Text</c> (it does not hash to what it was given)
/// or <c>Rows</c> (the row copies are not those of the text).</param>
public sealed record SnapshotFault(int SnapshotNo, string What);

/// <summary>Checks a country's snapshots from the first to the last: the chain, the text and the row copies.</summary>
public static class CheckSnapshots
{
    public static readonly CountrySql Numbers = CountrySql.Of("select SnapshotNo from Snapshot where Country = @Country order by SnapshotNo");

    public static readonly CountrySql One = CountrySql.Of("""
        select CycleCode, Title, Content, Hash, PreviousHash from Snapshot where Country = @Country and SnapshotNo = @SnapshotNo
        """);

    /// <summary>The first fault, or null when all hold.</summary>
    public static async Task<SnapshotFault?> FirstFaultAsync(CountryDb db, CancellationToken ct = default)
    {
        var previous = CountryEdit.NoHash;
        foreach (var (i, number) in (await db.ListAsync<int>(Numbers, null, ct)).Index())
        {
            if (number != i + 1 || await db.OneAsync<Kept>(One, new { SnapshotNo = number }, ct) is not { } kept) return new SnapshotFault(i + 1, "Missing");
            if (kept.PreviousHash != previous) return new SnapshotFault(number, "Chain");
            if (SnapshotContent.HashOf(kept.Content) != kept.Hash) return new SnapshotFault(number, "Text");
            var rows = new Dictionary<string, IReadOnlyList<FrozenRow>>();
            foreach (var table in SnapshotContent.Tables) rows[table.Name] = await table.ReadKeptAsync(db, number, ct);
            if (SnapshotContent.Text(db.Country, kept.CycleCode, kept.Title, kept.PreviousHash, rows) != kept.Content)
                return new SnapshotFault(number, "Rows");
            previous = kept.Hash;
        }
        return null;
    }

    private sealed record Kept
    {
        public string CycleCode { get; init; } = "";
        public string Title { get; init; } = "";
        public string Content { get; init; } = "";
        public string Hash { get; init; } = "";
        public string PreviousHash { get; init; } = "";
    }
}
