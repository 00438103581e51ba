namespace Monitoring.Web.Reports;

/// <summary>What identifies the frozen content of one accepted report.</summary>
public sealed record Snapshot
{
    public Guid Id { get; init; }
    /// <summary>1, 2, 3 … in a country.</summary>
    public int SnapshotNo { get; init; }
    public string CycleCode { get; init; } = "";
    public string Title { get; init; } = "";
    /// <summary>SHA-256 of the text, upper-case hexadecimal.</summary>
    public string Hash { get; init; } = "";
    /// <summary>Of the country's snapshot before; zeros for the first.</summary>
    public string PreviousHash { get; init; } = "";
}
