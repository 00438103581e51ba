using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Indicators;

/// <summary>One cell as the person wants it: null takes its value out (it stays in history). <paramref name="Version"/> is the one seen; 0 for none.</summary>
public sealed record CellEntry(CellKey Cell, int Version, CellValue? Value);

/// <summary>Values of one indicator and period, saved together or not at all.</summary>
public sealed record ValuesDraft
{
    public Guid IndicatorId { get; init; }

    /// <summary>Of the indicator, for the right to change it; null: it belongs to the country as a whole.</summary>
    public Guid? InitiativeId { get; init; }
    public int DefinitionNo { get; init; }
    public ReportPeriod Period { get; init; } = new(null, null, null);
    public IReadOnlyList<CellEntry> Cells { get; init; } = [];

    /// <summary>Why a warning stands, or why a value of an accepted report changes.</summary>
    public string? Reason { get; init; }
    public Guid Operation { get; init; } = Guid.CreateVersion7();
}

/// <summary>How a save of values ended; on anything but <see cref="SaveOutcome.Saved"/> nothing was written.</summary>
public sealed record SavedValues(SaveOutcome Outcome)
{
    public IReadOnlyDictionary<CellKey, Problem> Problems { get; init; } = new Dictionary<CellKey, Problem>();

    /// <summary>A problem of the whole: the period, the reason, the definition.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What needs a reason before it is saved.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Cells that somebody changed meanwhile, as they are now; null: taken out.</summary>
    public IReadOnlyDictionary<CellKey, MeasurementRow?> Theirs { get; init; } = new Dictionary<CellKey, MeasurementRow?>();

    /// <summary>How many cells were written.</summary>
    public int Written { get; init; }
}

public sealed class SaveValues(Gate gate, TimeProvider clock)
{
    public async Task<SavedValues> RunAsync(CountryCode country, ValuesDraft draft, ChangeAction action = ChangeAction.Edited, CancellationToken ct = default)
    {
        if (TextRules.Problem(nameof(draft.Reason), draft.Reason, MeasurementRules.Reason) is { } tooLong) return Refused(tooLong);
        if (PeriodRules.Problem(draft.Period, clock.Today()) is { } future) return Refused(future);
        await using var db = draft.InitiativeId is { } initiative
            ? await gate.EditAsync(country, May.EditInitiative, initiative, ct)
            : await gate.EditAsync(country, May.EditCountry, ct: ct);
        if (await db.OneAsync<IndicatorRow>(IndicatorRow.One, new { Id = draft.IndicatorId }, ct) is not { RetiredAt: null } indicator
            || indicator.InitiativeId != draft.InitiativeId)
            return new(SaveOutcome.NotFound);
        if (await db.WasDoneAsync(draft.Operation, ct)) return new(SaveOutcome.Saved) { Written = draft.Cells.Count };
        if (indicator.CurrentDefinition != draft.DefinitionNo) return Refused(new Problem("DefinitionNo", "DefinitionChanged"));

        var steps = await db.ListAsync<string>(ReadIndicator.Steps, new { indicator.Id, draft.DefinitionNo }, ct);
        var alike = DefinitionRules.Alike(await ReadIndicator.VersionsAsync(db, indicator.Id, ct), draft.DefinitionNo);
        var all = MeasurementRow.Newest(await db.ListAsync<MeasurementRow>(MeasurementRow.OfIndicator, new { indicator.Id }, ct), alike);
        var cycles = await db.ListAsync<CycleRow>(CycleRow.All, null, ct);
        var plan = ValuesPlan.Of(draft, indicator, steps, all, cycles);
        if (plan.Theirs.Count > 0) return new(SaveOutcome.Conflict) { Theirs = plan.Theirs };
        if (plan.Problems.Count > 0) return new(SaveOutcome.Refused) { Problems = plan.Problems };
        if (plan.Writes.Count == 0) return new(SaveOutcome.Saved);
        var needsReason = plan.Warnings.Count > 0 || plan.IsRestatement;
        if (needsReason && string.IsNullOrWhiteSpace(draft.Reason) && action is ChangeAction.Edited)
            return new(SaveOutcome.Refused) { Warnings = plan.Warnings, Problem = new Problem(nameof(draft.Reason), plan.IsRestatement ? "RestatementReason" : "WarningReason") };

        var fields = new List<FieldChange>();
        foreach (var write in plan.Writes)
        {
            if (await db.StageAsync(write.Before is null ? Insert : Update, write.Arguments(draft), ct) != 1)
                return new(SaveOutcome.Conflict) { Theirs = new Dictionary<CellKey, MeasurementRow?> { [write.Cell] = write.Before } };
            foreach (var change in write.Changes)
                fields.Add((write.Before is null ? change : await db.MarkReportedAsync(IndicatorsRoom.Measurement, write.Before, change, ct)) with { RowId = write.Id });
        }
        var done = plan.IsRestatement ? ChangeAction.Restated : action;
        await db.CommitAsync(new Change(done, IndicatorsRoom.Measurement, indicator.Id, $"{indicator.Code} · {draft.Period.Text}".TrimEnd(' ', '·'), fields, draft.Reason), draft.Operation, ct);
        return new(SaveOutcome.Saved) { Written = plan.Writes.Count };
    }

    private static SavedValues Refused(Problem problem) => new(SaveOutcome.Refused) { Problem = problem };

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into Measurement (Country, Id, IndicatorId, DefinitionNo, PeriodText, PeriodStart, PeriodEnd, Sex, AgeBand, PopulationGroup, Place,
               State, Value, Numerator, Denominator, Rung, Reached, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @IndicatorId, @DefinitionNo, @PeriodText, @PeriodStart, @PeriodEnd, @Sex, @AgeBand, @PopulationGroup, 'All',
               @State, @Value, @Numerator, @Denominator, @Rung, @Reached, 'Reported', 1, @Now, @Person)
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update Measurement
           set DefinitionNo = @DefinitionNo, State = @State, Value = @Value, Numerator = @Numerator, Denominator = @Denominator, DistinctValue = @DistinctValue,
               PrintedPercent = @PrintedPercent, Rung = @Rung, Reached = @Reached, RetiredAt = case when @IsTakenOut = 1 then @Now else null end, Mark = 'Reported', SourceLines = null,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and IndicatorId = @IndicatorId
        """);
}
