using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>A country's whole content in the shape in which it is frozen: as a snapshot keeps it, or as acceptance would freeze it now.</summary>
public sealed class FrozenContent
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<FrozenRow>> _rows;

    private FrozenContent(IReadOnlyDictionary<string, IReadOnlyList<FrozenRow>> rows) => _rows = rows;

    public static FrozenContent Nothing { get; } = new(new Dictionary<string, IReadOnlyList<FrozenRow>>());

    /// <summary>The rows of one list, or none.</summary>
    public IReadOnlyList<FrozenRow> Rows(string table) => _rows.GetValueOrDefault(table) ?? [];

    /// <summary>The rows of a kind in their order.</summary>
    public IReadOnlyList<T> Of<T>() where T : FrozenRow => [.. _rows.Values.SelectMany(r => r).OfType<T>().OrderBy(r => r.Order, StringComparer.Ordinal)];

    internal static FrozenContent Of(IReadOnlyDictionary<string, IReadOnlyList<FrozenRow>> rows) => new(rows);

    public static Task<FrozenContent> LivingAsync(CountryDb db, CancellationToken ct) => ReadAsync(t => t.ReadLivingAsync(db, ct));

    public static Task<FrozenContent> KeptAsync(CountryDb db, int snapshotNo, CancellationToken ct) => ReadAsync(t => t.ReadKeptAsync(db, snapshotNo, ct));

    private static async Task<FrozenContent> ReadAsync(Func<FrozenTable, Task<IReadOnlyList<FrozenRow>>> read)
    {
        var rows = new Dictionary<string, IReadOnlyList<FrozenRow>>();
        foreach (var table in SnapshotContent.Tables) rows[table.Name] = await read(table);
        return new FrozenContent(rows);
    }
}
