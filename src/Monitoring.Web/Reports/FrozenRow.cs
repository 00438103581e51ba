using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>A row copy in a snapshot. Its properties are the columns of its table, and the keys of its object in the snapshot's text.</summary>
public abstract record FrozenRow
{
    /// <summary>Which snapshot of the country; not part of the content.</summary>
    public int SnapshotNo { get; init; }

    /// <summary>Where the row stands among its kind: compared character by character, so that no database's order comes in.</summary>
    internal abstract string Order { get; }
}

/// <summary>How one kind of row goes from the living tables into a snapshot, and comes back from it.</summary>
internal abstract class FrozenTable(string name)
{
    public string Name { get; } = name;

    /// <summary>As the country has it now.</summary>
    public abstract Task<IReadOnlyList<FrozenRow>> ReadLivingAsync(CountryDb db, CancellationToken ct);

    /// <summary>As the snapshot keeps it.</summary>
    public abstract Task<IReadOnlyList<FrozenRow>> ReadKeptAsync(CountryDb db, int snapshotNo, CancellationToken ct);

    /// <summary>Writes the rows of a new snapshot.</summary>
    public abstract Task KeepAsync(CountryEdit db, int snapshotNo, IReadOnlyList<FrozenRow> rows, CancellationToken ct);
}

internal sealed class FrozenTable<T>(string name, CountrySql living, CountrySql keep, CountrySql kept,
    Func<CountryDb, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<T>>>? complete = null) : FrozenTable(name) where T : FrozenRow
{
    public override async Task<IReadOnlyList<FrozenRow>> ReadLivingAsync(CountryDb db, CancellationToken ct)
    {
        var rows = await db.ListAsync<T>(living, null, ct);
        return complete is null ? rows : await complete(db, rows, ct);
    }

    public override async Task<IReadOnlyList<FrozenRow>> ReadKeptAsync(CountryDb db, int snapshotNo, CancellationToken ct) =>
        await db.ListAsync<T>(kept, new { SnapshotNo = snapshotNo }, ct);

    public override Task KeepAsync(CountryEdit db, int snapshotNo, IReadOnlyList<FrozenRow> rows, CancellationToken ct) =>
        db.StageManyAsync(keep, [.. rows.Cast<T>().Select(row => row with { SnapshotNo = snapshotNo })], ct);
}

internal static class FrozenText
{
    /// <summary>Several names in one text, or nothing.</summary>
    public static string? Joined(IEnumerable<string> names) => string.Join("; ", names) is { Length: > 0 } text ? text : null;
}
