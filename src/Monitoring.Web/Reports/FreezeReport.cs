using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>What becomes a snapshot, and who stands behind it.</summary>
/// <param name="Id">Of the snapshot.</param>
/// <param name="Cycle">The cycle whose report it is; the report must be there.</param>
/// <param name="Title">What a reader calls it.</param>
/// <param name="AcceptedBy">Who accepted it.</param>
/// <param name="PublishedBy">Who published it, or null while it is accepted only.</param>
public sealed record Acceptance(Guid Id, string Cycle, string Title, string AcceptedBy, string? PublishedBy);

/// <summary>
/// Freezes what a country has now: the canonical text with its hash, chained to the country's snapshot before, row copies of the
/// same, and the totals of its measurements. Written once, never changed. Part of the edit of whoever accepts: the caller commits.
/// </summary>
public static class FreezeReport
{
    public static readonly CountrySql Last = CountrySql.Of("""
        select SnapshotNo, Hash
          from Snapshot
         where Country = @Country and SnapshotNo = (select max(x.SnapshotNo) from Snapshot x where x.Country = @Country)
        """);

    public static readonly CountrySql Add = CountrySql.Of("""
        insert into Snapshot (Country, SnapshotNo, Id, CycleCode, Title, State, Content, Hash, PreviousHash, AcceptedAt, AcceptedBy, PublishedAt,
               PublishedBy)
        values (@Country, @SnapshotNo, @Id, @Cycle, @Title, @State, @Content, @Hash, @PreviousHash, @Now, @AcceptedBy,
               case when @PublishedBy is null then null else @Now end, @PublishedBy)
        """);

    /// <summary>Stages the snapshot and its row copies; returns what identifies it.</summary>
    public static async Task<Snapshot> StageAsync(CountryEdit db, Acceptance what, CancellationToken ct) =>
        await StageAsync(db, what, await FrozenContent.LivingAsync(db, ct), ct);

    /// <summary>The same of a given content: a report that was opened for one thing keeps the rest as it was accepted.</summary>
    public static async Task<Snapshot> StageAsync(CountryEdit db, Acceptance what, FrozenContent of, CancellationToken ct)
    {
        var last = await db.OneAsync<Snapshot>(Last, null, ct);
        var number = (last?.SnapshotNo ?? 0) + 1;
        var previous = last?.Hash ?? CountryEdit.NoHash;
        var rows = SnapshotContent.Tables.ToDictionary(t => t.Name, t => of.Rows(t.Name));
        var content = SnapshotContent.Text(db.Country, what.Cycle, what.Title, previous, rows);
        var hash = SnapshotContent.HashOf(content);
        await db.StageAsync(Add, new
        {
            SnapshotNo = number,
            what.Id,
            what.Cycle,
            what.Title,
            State = what.PublishedBy is null ? "Accepted" : "Published",
            Content = content,
            Hash = hash,
            PreviousHash = previous,
            what.AcceptedBy,
            what.PublishedBy,
        }, ct);
        foreach (var table in SnapshotContent.Tables) await table.KeepAsync(db, number, rows[table.Name], ct);
        await FrozenTotals.KeepAsync(db, number, FrozenTotals.Of(rows.Values.SelectMany(r => r)), ct);
        return new Snapshot { Id = what.Id, SnapshotNo = number, CycleCode = what.Cycle, Title = what.Title, Hash = hash, PreviousHash = previous };
    }
}
