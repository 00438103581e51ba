using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>One value of an accepted period that was corrected, as history has it.</summary>
public sealed record Restatement
{
    public int LinkNo { get; init; }
    public DateTime HappenedAt { get; init; }
    public string PersonName { get; init; } = "";
    public string Label { get; init; } = "";
    public string? Reason { get; init; }
    public string Subject { get; init; } = "";
    public Guid RowId { get; init; }
    public string Field { get; init; } = "";
    public string? OldValue { get; init; }
    public string? NewValue { get; init; }

    /// <summary>The snapshots that hold the old value.</summary>
    public IReadOnlyList<SnapshotRow> UsedIn { get; init; } = [];

    public static readonly CountrySql All = CountrySql.Of("""
        select l.LinkNo, l.HappenedAt, l.PersonName, l.Label, l.Reason, f.Subject, f.SubjectId as RowId, f.Field, f.OldValue, f.NewValue
          from AuditLink l
          join FieldChange f on f.Country = @Country and f.LinkNo = l.LinkNo
         where l.Country = @Country and l.Action = 'Restated'
         order by l.LinkNo desc, f.ChangeNo
        """);

    public static readonly CountrySql Uses = CountrySql.Of("""
        select MeasurementId as RowId, SnapshotNo from FrozenMeasurement where Country = @Country
        union all
        select BudgetLineId as RowId, SnapshotNo from FrozenBudgetLine where Country = @Country
        """);
}

/// <summary>Which row is in which snapshot.</summary>
public sealed record RowUse
{
    public Guid RowId { get; init; }
    public int SnapshotNo { get; init; }
}

/// <summary>Who used a value before it was corrected.</summary>
public static class RestatementRules
{
    /// <summary>
    /// A snapshot holds the old value when it holds the row, was accepted before the correction, and after the correction before that
    /// one: what that one replaced is told by it.
    /// </summary>
    public static IReadOnlyList<Restatement> WithUses(IReadOnlyList<Restatement> all, IEnumerable<RowUse> uses, IReadOnlyList<SnapshotRow> snapshots)
    {
        var holding = uses.ToLookup(u => u.RowId, u => u.SnapshotNo);
        return [.. all.Select(r =>
        {
            var before = all.Where(o => o.RowId == r.RowId && o.Field == r.Field && o.LinkNo < r.LinkNo).Select(o => (DateTime?)o.HappenedAt).Max();
            return r with { UsedIn = [.. snapshots.Where(s => holding[r.RowId].Contains(s.SnapshotNo) && s.AcceptedAt < r.HappenedAt && (before is null || s.AcceptedAt >= before))] };
        })];
    }
}
