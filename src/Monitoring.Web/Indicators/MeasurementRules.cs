using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>What is odd about a value and may be right all the same: it is saved once somebody says why.</summary>
public sealed record Warning(CellKey Cell, string TextKey, params object[] Values)
{
    public bool Equals(Warning? other) => other is not null && Cell == other.Cell && TextKey == other.TextKey && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Cell, TextKey);
}

/// <summary>An earlier value of the same cell.</summary>
public sealed record Earlier(ReportPeriod Period, CellValue Value);

/// <summary>What is true about reported values.</summary>
public static class MeasurementRules
{
    public const int Group = 60, Reason = 1000;

    /// <summary>From this factor on a value is a jump against the one before it, if it also differs by more than <see cref="JumpLeast"/>.</summary>
    public const decimal JumpFactor = 3m, JumpLeast = 10m;

    /// <summary>So many percentage points are a jump of a share.</summary>
    public const decimal JumpPoints = 25m;

    // Unknown sex or age is often nobody, and a third sex is often not asked for: a total is complete without them.
    private static readonly Sex[] SexParts = [Sex.Female, Sex.Male, Sex.Other, Sex.Unknown];
    private static readonly Sex[] SexNeeded = [Sex.Female, Sex.Male];
    private static readonly string[] AgeParts = [.. CellKey.Ages.Skip(1)];
    private static readonly string[] AgeNeeded = [.. CellKey.Ages.Skip(1).Where(a => a != "Unknown")];

    /// <summary>Is the indicator split by sex, age and group? A milestone, a rung and a fixed value describe one thing.</summary>
    public static bool IsSplit(IndicatorKind kind) => kind is IndicatorKind.Count or IndicatorKind.Ratio or IndicatorKind.Rate;

    /// <summary>Does the definition ask for this cell? A total is always asked for.</summary>
    public static bool IsAsked(CellKey cell, IndicatorRow of) => CellGrid.Of(of, cell.Group).Contains(cell);

    /// <summary>How many decimals a value takes: what is counted is whole.</summary>
    public static int Decimals(IndicatorKind kind) => kind is IndicatorKind.Count or IndicatorKind.Ratio ? 0 : 4;

    /// <summary>What is wrong with one cell, or null. The field is that of <see cref="CellValue"/>.</summary>
    public static Problem? Problem(CellKey cell, CellValue value, IndicatorRow of, IReadOnlyList<string> steps)
    {
        if (!Enum.IsDefined(cell.Sex) || !CellKey.Ages.Contains(cell.AgeBand) || cell.Group.Length is 0 or > Group || !Enum.IsDefined(value.State)
            || (!IsSplit(of.Kind) && !cell.IsTotal))
            return new Problem(nameof(CellKey), "UnknownCell");
        if (!IsAsked(cell, of)) return new Problem(nameof(CellKey), "NotAsked");
        if (value.State is not ValueState.Reported)
            return value with { State = default } == new CellValue() ? null : new Problem(nameof(value.State), "NoNumberBesideState");
        return of.Kind switch
        {
            IndicatorKind.Milestone => value.Reached is null ? new Problem(nameof(value.Reached), "Required") : null,
            IndicatorKind.Ladder => value.Rung is { } rung && steps.Contains(rung) ? null : new Problem(nameof(value.Rung), "Required"),
            IndicatorKind.Ratio => OfRatio(value, of),
            _ => OfNumber(value, of),
        };
    }

    private static Problem? OfNumber(CellValue value, IndicatorRow of) => value.Value switch
    {
        null => new Problem(nameof(value.Value), "Required"),
        < 0 => new Problem(nameof(value.Value), "Negative"),
        { } number when decimal.Round(number, Decimals(of.Kind)) != number => new Problem(nameof(value.Value), of.Kind is IndicatorKind.Count ? "NumberWhole" : "NumberDecimals", 4),
        _ => null,
    };

    private static Problem? OfRatio(CellValue value, IndicatorRow of) => value switch
    {
        { Numerator: null } => new Problem(nameof(value.Numerator), "BothParts"),
        { Denominator: null } => new Problem(nameof(value.Denominator), "BothParts"),
        { Numerator: < 0 } => new Problem(nameof(value.Numerator), "Negative"),
        { Denominator: < 0 } => new Problem(nameof(value.Denominator), "Negative"),
        { Numerator: { } n } when decimal.Truncate(n) != n => new Problem(nameof(value.Numerator), "NumberWhole"),
        { Denominator: { } d } when decimal.Truncate(d) != d => new Problem(nameof(value.Denominator), "NumberWhole"),
        _ when value.Numerator > value.Denominator => new Problem(nameof(value.Numerator), "NumeratorAbove", value.Numerator!, value.Denominator!),
        _ => null,
    };

    /// <summary>
    /// What is odd about one value by itself: it lies beyond what the definition expects (of a share: its percentage), or it is a share of
    /// nothing, of which there is no percentage.
    /// </summary>
    public static IEnumerable<Warning> Odd(CellKey cell, CellValue value, IndicatorRow of)
    {
        if (value.State is not ValueState.Reported) yield break;
        var isShare = of.Kind is IndicatorKind.Ratio;
        if (isShare && value.Denominator == 0) yield return new Warning(cell, "ZeroWhole");
        if ((isShare ? RatioRules.Percent(value.Numerator, value.Denominator) : value.Value) is not { } number) yield break;
        if (number < of.Minimum) yield return new Warning(cell, isShare ? "ShareBelowMinimum" : "BelowMinimum", Plain(number), Plain(of.Minimum.Value));
        if (number > of.Maximum) yield return new Warning(cell, isShare ? "ShareAboveMaximum" : "AboveMaximum", Plain(number), Plain(of.Maximum.Value));
    }

    /// <summary>
    /// Totals of a period that their parts do not give. Parts that are still missing are no contradiction; parts that come to more than
    /// the total always are, and parts that are all there and come to less.
    /// </summary>
    public static IReadOnlyList<Warning> Parts(IReadOnlyDictionary<CellKey, CellValue> cells)
    {
        var warnings = new List<Warning>();
        foreach (var (total, value) in cells.Where(c => c.Value.State is ValueState.Reported))
        {
            if (total.Sex is Sex.All)
                Compare(total, value, SexParts.Select(s => total with { Sex = s }), SexNeeded.Select(s => total with { Sex = s }), "BySex");
            if (total.AgeBand == CellKey.All)
                Compare(total, value, AgeParts.Select(a => total with { AgeBand = a }), AgeNeeded.Select(a => total with { AgeBand = a }), "ByAge");
            // Groups may overlap, so they are not added; but none is larger than everybody.
            if (total.Group == CellKey.All)
                warnings.AddRange(cells.Where(c => c.Key != total && c.Key with { Group = CellKey.All } == total && IsMore(c.Value, value))
                    .Select(c => new Warning(c.Key, "GroupAbove", Read(c.Value), Read(value))));
        }
        return [.. warnings.OrderBy(w => w.Cell.Group, StringComparer.Ordinal).ThenBy(w => w.Cell.Slug, StringComparer.Ordinal).ThenBy(w => w.TextKey, StringComparer.Ordinal)];

        void Compare(CellKey total, CellValue value, IEnumerable<CellKey> parts, IEnumerable<CellKey> needed, string by)
        {
            var given = parts.Where(p => cells.TryGetValue(p, out var v) && v.State is ValueState.Reported).Select(p => cells[p]).ToList();
            if (given.Count == 0) return;
            var sum = given.Aggregate((a, b) => new CellValue { Value = a.Value + b.Value, Numerator = a.Numerator + b.Numerator, Denominator = a.Denominator + b.Denominator });
            var isComplete = needed.All(n => cells.TryGetValue(n, out var v) && v.State is ValueState.Reported or ValueState.NotApplicable);
            if (IsMore(sum, value)) warnings.Add(new Warning(total, "PartsAbove" + by, Read(sum), Read(value)));
            else if (isComplete && IsMore(value, sum)) warnings.Add(new Warning(total, "PartsBelow" + by, Read(sum), Read(value)));
        }
    }

    /// <summary>A value that jumps against the last one of the same cell, or null.</summary>
    public static Warning? Jump(CellKey cell, CellValue now, IEnumerable<Earlier> history)
    {
        var last = history.Where(e => e.Value.State is ValueState.Reported).OrderBy(e => e.Period.Start).ThenBy(e => e.Period.Text, StringComparer.Ordinal).LastOrDefault();
        if (last is null || now.State is not ValueState.Reported) return null;
        if (RatioRules.Percent(now.Numerator, now.Denominator) is { } percent && RatioRules.Percent(last.Value.Numerator, last.Value.Denominator) is { } before)
            return Math.Abs(percent - before) >= JumpPoints ? new Warning(cell, "JumpOfShare", before, percent, last.Period.Text ?? "") : null;
        if (now.Value is not { } value || last.Value.Value is not { } was || Math.Abs(value - was) <= JumpLeast) return null;
        return value >= was * JumpFactor || value * JumpFactor <= was ? new Warning(cell, "Jump", was, value, last.Period.Text ?? "") : null;
    }

    // A contradiction in either part of a share is one.
    private static bool IsMore(CellValue a, CellValue b) => a.Value > b.Value || a.Numerator > b.Numerator || a.Denominator > b.Denominator;

    private static string Read(CellValue value) => value.Value is { } number ? Text(number) : $"{Text(value.Numerator)}/{Text(value.Denominator)}";

    // Without the zeros that a column of four decimals gives it.
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static string Text(decimal? number) => number?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
