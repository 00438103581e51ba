using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>
/// Makes the totals of a snapshot from its leaves. A cell of a disaggregation is part of its whole: it is counted beside it, never added
/// to it, and a whole that nobody reported is not made up from cells.
/// </summary>
public static class FrozenTotals
{
    private const string All = "All";
    private const string Reported = "Reported";
    private const string NotCollected = "NotCollected";

    /// <summary>The totals of the measurements among <paramref name="rows"/>, in one order whatever the order in which they come.</summary>
    public static IReadOnlyList<FrozenTotal> Of(IEnumerable<FrozenRow> rows)
    {
        var initiatives = new Dictionary<Guid, string>();
        var leaves = new List<FrozenMeasurement>();
        foreach (var row in rows)
        {
            if (row is FrozenInitiative initiative) initiatives[initiative.InitiativeId] = initiative.Code;
            else if (row is FrozenMeasurement leaf) leaves.Add(leaf);
        }
        return Of(leaves, initiatives);
    }

    /// <param name="leaves">Every measurement of the snapshot.</param>
    /// <param name="initiatives">The codes of its initiatives.</param>
    public static IReadOnlyList<FrozenTotal> Of(IEnumerable<FrozenMeasurement> leaves, IReadOnlyDictionary<Guid, string> initiatives)
    {
        var totals = new List<FrozenTotal>();
        foreach (var indicator in leaves.GroupBy(m => (m.Position, m.IndicatorCode)).OrderBy(g => g.Key.Position).ThenBy(g => g.Key.IndicatorCode, StringComparer.Ordinal))
        {
            var newest = indicator.Max(End);
            foreach (var period in indicator.GroupBy(m => (m.DefinitionNo, m.PeriodEnd, m.PeriodStart, m.PeriodText)).OrderBy(g => g.Key.DefinitionNo)
                .ThenBy(g => g.Key.PeriodEnd).ThenBy(g => g.Key.PeriodStart).ThenBy(g => g.Key.PeriodText, StringComparer.Ordinal))
            {
                var ordered = period.OrderBy(m => m.MeasurementId.ToString(), StringComparer.Ordinal).ToList();
                var cells = ordered.FindAll(m => !IsWhole(m));
                var wholes = ordered.FindAll(IsWhole);
                // The cells are told once, beside the first.
                var first = wholes.Count == 0 ? Whole(cells[0], initiatives) with { MeasurementId = null, State = NotCollected, Value = null, Numerator = null, Denominator = null, DistinctValue = null, Rung = null, Reached = null, Note = null, NumeratorMark = null, SourceLines = null }
                    : Whole(wholes[0], initiatives);
                var reported = cells.FindAll(c => c.State == Reported && (c.Value ?? c.Numerator) is not null);
                totals.Add(first with
                {
                    TotalNo = totals.Count + 1,
                    IsNewest = End(ordered[0]) == newest,
                    Cells = cells.Count,
                    CellsReported = reported.Count,
                    CellSum = reported.Sum(c => c.Value ?? c.Numerator ?? 0),
                });
                foreach (var also in wholes.Skip(1)) totals.Add(Whole(also, initiatives) with { TotalNo = totals.Count + 1, IsNewest = End(also) == newest });
            }
        }
        return totals;
    }

    /// <summary>Writes the totals of a new snapshot, in the transaction that accepts it.</summary>
    internal static Task KeepAsync(CountryEdit db, int snapshotNo, IReadOnlyList<FrozenTotal> totals, CancellationToken ct) =>
        db.StageManyAsync(FrozenTotal.Keep, [.. totals.Select(t => t with { SnapshotNo = snapshotNo })], ct);

    private static bool IsWhole(FrozenMeasurement m) => m is { Sex: All, AgeBand: All, PopulationGroup: All, Place: All };

    // A period that states no end is "up to the report".
    private static DateOnly End(FrozenMeasurement m) => m.PeriodEnd ?? DateOnly.MaxValue;

    private static FrozenTotal Whole(FrozenMeasurement m, IReadOnlyDictionary<Guid, string> initiatives) => new()
    {
        MeasurementId = m.MeasurementId,
        Initiative = m.InitiativeId is { } id ? initiatives.GetValueOrDefault(id) : null,
        IndicatorCode = m.IndicatorCode,
        CommonIndicatorCode = m.CommonIndicatorCode,
        DefinitionNo = m.DefinitionNo,
        Name = m.Name,
        ContentLanguage = m.ContentLanguage,
        Kind = m.Kind,
        Unit = m.Unit,
        Population = m.Population,
        OverlapRule = m.OverlapRule,
        Funder = m.Funder,
        AlsoReportedIn = m.AlsoReportedIn,
        PeriodText = m.PeriodText,
        PeriodStart = m.PeriodStart,
        PeriodEnd = m.PeriodEnd,
        State = m.State,
        Value = m.Value,
        Numerator = m.Numerator,
        Denominator = m.Denominator,
        DistinctValue = m.DistinctValue,
        Rung = m.Rung,
        Reached = m.Reached,
        Target = m.Target,
        TargetPeriod = m.TargetPeriod,
        Note = m.Note,
        Mark = m.Mark,
        NumeratorMark = m.NumeratorMark,
        SourceLines = m.SourceLines,
    };
}
