using System.Globalization;
using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>One value of an accepted period that was corrected, as history has it.</summary>
public sealed record Restatement
{
    public int LinkNo { get; init; }
    public DateTime HappenedAt { get; init; }
    public string PersonName { get; init; } = "";
    public string? ForPersonName { get; init; }
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
        select l.LinkNo, l.HappenedAt, l.PersonName, l.ForPersonName, l.Label, l.Reason, f.Subject, f.SubjectId as RowId, f.Field, f.OldValue, f.NewValue
          from AuditLink l
          join FieldChange f on f.Country = @Country and f.LinkNo = l.LinkNo
         where l.Country = @Country and l.Action = 'Restated'
         order by l.LinkNo desc, f.ChangeNo
        """);

    /// <summary>The corrected rows as snapshots hold them.</summary>
    public static async Task<IReadOnlyList<RowUse>> UsesAsync(CountryDb db, CancellationToken ct) =>
    [
        .. (await db.ListAsync<FrozenMeasurement>(HeldMeasurements, null, ct)).Select(m => new RowUse(m.MeasurementId, m.SnapshotNo, m)),
        .. (await db.ListAsync<FrozenBudgetLine>(HeldBudgetLines, null, ct)).Select(b => new RowUse(b.BudgetLineId, b.SnapshotNo, b)),
    ];

    public static readonly CountrySql HeldMeasurements = CountrySql.Of("""
        select m.SnapshotNo, m.MeasurementId, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.State,
               m.Value, m.Numerator, m.Denominator, m.DistinctValue, m.PrintedPercent, m.Rung, m.Reached, m.Note
          from FrozenMeasurement m
         where m.Country = @Country
           and m.MeasurementId in (select f.SubjectId from FieldChange f join AuditLink l on l.Country = @Country and l.LinkNo = f.LinkNo
                                    where f.Country = @Country and l.Action = 'Restated')
        """);

    public static readonly CountrySql HeldBudgetLines = CountrySql.Of("""
        select b.SnapshotNo, b.BudgetLineId, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor, b.PledgedMinor,
               b.CommittedMinor, b.DisbursedMinor
          from FrozenBudgetLine b
         where b.Country = @Country
           and b.BudgetLineId in (select f.SubjectId from FieldChange f join AuditLink l on l.Country = @Country and l.LinkNo = f.LinkNo
                                   where f.Country = @Country and l.Action = 'Restated')
        """);
}

/// <summary>A row as a snapshot holds it.</summary>
public sealed record RowUse(Guid RowId, int SnapshotNo, FrozenRow Held)
{
    /// <summary>What it holds of that field, as history writes it; false where a frozen row has no such field.</summary>
    public bool Has(string field, out string? value)
    {
        var property = Held.GetType().GetProperty(field);
        value = TypedText.Of(property?.GetValue(Held));
        return property is not null;
    }
}

/// <summary>Who used a value before it was corrected.</summary>
public static class RestatementRules
{
    /// <summary>
    /// What a snapshot holds says which value it used, and not only when it was accepted: one of a report that was opened again for single
    /// things takes everything else over from the snapshot before, with values that were corrected meanwhile. Where the same value came
    /// back, the last correction before the acceptance counts.
    /// </summary>
    public static IReadOnlyList<Restatement> WithUses(IReadOnlyList<Restatement> all, IEnumerable<RowUse> uses, IReadOnlyList<SnapshotRow> snapshots)
    {
        var holding = uses.ToLookup(u => u.RowId);
        var used = new Dictionary<Restatement, List<SnapshotRow>>(ReferenceEqualityComparer.Instance);
        foreach (var field in all.GroupBy(r => (r.RowId, r.Field)))
        {
            var corrections = field.OrderBy(r => r.LinkNo).ToList();
            foreach (var use in holding[field.Key.RowId])
                if (snapshots.FirstOrDefault(s => s.SnapshotNo == use.SnapshotNo) is { } snapshot && Replaced(corrections, use, snapshot) is { } by)
                    (used.TryGetValue(by, out var list) ? list : used[by] = []).Add(snapshot);
        }
        return [.. all.Select(r => r with { UsedIn = [.. used.GetValueOrDefault(r, []).OrderBy(s => s.SnapshotNo)] })];
    }

    // The correction that replaced what the snapshot holds; null where that was never corrected since.
    private static Restatement? Replaced(List<Restatement> corrections, RowUse use, SnapshotRow snapshot)
    {
        var made = corrections.Count(r => r.HappenedAt <= snapshot.AcceptedAt);
        var at = made;
        if (use.Has(corrections[0].Field, out var value))
            at = Enumerable.Range(0, made + 1).LastOrDefault(i => IsSame(value, i < corrections.Count ? corrections[i].OldValue : corrections[^1].NewValue), made);
        return at < corrections.Count ? corrections[at] : null;
    }

    // One engine writes 28 and the other 28.0000.
    private static bool IsSame(string? one, string? other) =>
        decimal.TryParse(one, NumberStyles.Number, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var b)
            ? a == b
            : string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
