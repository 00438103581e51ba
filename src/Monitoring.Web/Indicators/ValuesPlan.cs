using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>What a save of values would do, judged before anything is written.</summary>
public sealed record ValuesPlan(IReadOnlyList<CellWrite> Writes, IReadOnlyDictionary<CellKey, Problem> Problems,
    IReadOnlyDictionary<CellKey, MeasurementRow?> Theirs, IReadOnlyList<Warning> Warnings, bool IsRestatement)
{
    /// <param name="draft">What the person wants.</param>
    /// <param name="indicator">With its definition as it is now.</param>
    /// <param name="steps">Of its ladder.</param>
    /// <param name="all">Its values under the versions that count the same, the newest version first.</param>
    /// <param name="cycles">For what is locked.</param>
    public static ValuesPlan Of(ValuesDraft draft, IndicatorRow indicator, IReadOnlyList<string> steps, IReadOnlyList<MeasurementRow> all, IReadOnlyList<CycleRow> cycles)
    {
        var here = all.Where(m => m.Period.Slug == draft.Period.Slug).ToLookup(m => m.Cell);
        var cells = here.Where(c => MeasurementRules.IsAsked(c.Key, indicator) && c.Any(m => m.RetiredAt is null)).ToDictionary(c => c.Key, c => CellValue.Of(c.First(m => m.RetiredAt is null)));
        var before = MeasurementRules.Parts(cells);
        var writes = new List<CellWrite>();
        var problems = new Dictionary<CellKey, Problem>();
        var theirs = new Dictionary<CellKey, MeasurementRow?>();
        foreach (var entry in draft.Cells)
        {
            var row = here[entry.Cell].FirstOrDefault(m => m.RetiredAt is null);
            // Who typed what is there already has nothing to decide.
            if (entry.Value == (row is null ? null : CellValue.Of(row))) continue;
            if ((row?.Version ?? 0) != entry.Version) theirs[entry.Cell] = row;
            else if (entry.Value is { } value && MeasurementRules.Problem(entry.Cell, value, indicator, steps) is { } problem) problems[entry.Cell] = problem;
            else writes.Add(new CellWrite(entry.Cell, row ?? here[entry.Cell].FirstOrDefault(), entry.Value, IsRevival: row is null));
            if (entry.Value is null) cells.Remove(entry.Cell);
            else if (MeasurementRules.IsAsked(entry.Cell, indicator)) cells[entry.Cell] = entry.Value;
        }
        var jumps = writes.Where(w => w.Value is not null).Select(w => MeasurementRules.Jump(w.Cell, w.Value!, Before(w.Cell)));
        var odd = writes.Where(w => w.Value is not null).SelectMany(w => MeasurementRules.Odd(w.Cell, w.Value!, indicator));
        return new(writes, problems, theirs, [.. MeasurementRules.Parts(cells).Except(before), .. odd, .. jumps.OfType<Warning>()],
            writes.Any(w => w.Before?.FrozenIn is not null) || (writes.Count > 0 && LockRules.Of(draft.Period, cycles) is not null));

        IEnumerable<Earlier> Before(CellKey cell) => all
            .Where(m => m.RetiredAt is null && m.Cell == cell && m.PeriodStart < draft.Period.Start)
            .Select(m => new Earlier(m.Period, CellValue.Of(m)));
    }
}

/// <summary>One cell to write: on the row that it has or once had, or as a new one.</summary>
public sealed record CellWrite(CellKey Cell, MeasurementRow? Before, CellValue? Value, bool IsRevival)
{
    public Guid Id { get; } = Before?.Id ?? Guid.CreateVersion7();

    // What was printed beside the old value (the percentage, the count without duplicates) does not hold for the new one.
    private MeasurementRow After => (Before ?? new MeasurementRow()) with
    {
        State = Value?.State ?? Before!.State,
        Value = Value is null ? Before!.Value : Value.Value,
        Numerator = Value is null ? Before!.Numerator : Value.Numerator,
        Denominator = Value is null ? Before!.Denominator : Value.Denominator,
        Rung = Value is null ? Before!.Rung : Value.Rung,
        Reached = Value is null ? Before!.Reached : Value.Reached,
        DistinctValue = Value is null ? Before!.DistinctValue : null,
        PrintedPercent = Value is null ? Before!.PrintedPercent : null,
    };

    /// <summary>For history. A value that is taken out goes from what it was to nothing; one that comes back comes from nothing.</summary>
    public IReadOnlyList<FieldChange> Changes
    {
        get
        {
            var now = Value is null ? null : CellFields.Of(After);
            var was = Before is null || IsRevival ? null : Before;
            if (now is not null) return Change.Between(was, now);
            return [.. Change.Between(null, CellFields.Of(was!)).Select(f => f with { OldValue = f.NewValue, NewValue = null })];
        }
    }

    public object Arguments(ValuesDraft draft)
    {
        var row = After;
        return new
        {
            Id,
            Version = Before?.Version ?? 0,
            draft.IndicatorId,
            draft.DefinitionNo,
            PeriodText = draft.Period.Text,
            PeriodStart = draft.Period.Start,
            PeriodEnd = draft.Period.End,
            Cell.Sex,
            Cell.AgeBand,
            PopulationGroup = Cell.Group,
            row.State,
            row.Value,
            row.Numerator,
            row.Denominator,
            row.DistinctValue,
            row.PrintedPercent,
            row.Rung,
            row.Reached,
            IsTakenOut = Value is null,
        };
    }
}

/// <summary>The tracked fields of a value.</summary>
public sealed record CellFields : Draft
{
    public ValueState? State { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? DistinctValue { get; init; }
    public decimal? PrintedPercent { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }

    public static CellFields Of(MeasurementRow row) => new()
    {
        State = row.State,
        Value = row.Value,
        Numerator = row.Numerator,
        Denominator = row.Denominator,
        DistinctValue = row.DistinctValue,
        PrintedPercent = row.PrintedPercent,
        Rung = row.Rung,
        Reached = row.Reached,
    };
}
