using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>New dates of a cycle, or its end.</summary>
public sealed record CycleDatesDraft : Draft
{
    public string Code { get; init; } = "";
    public DateOnly? DueOn { get; init; }
    public DateOnly? ClosesOn { get; init; }
    public CycleState State { get; init; }

    public static CycleDatesDraft Of(Cycle cycle) =>
        new() { Code = cycle.Code, Version = cycle.Version, DueOn = cycle.DueOn, ClosesOn = cycle.ClosesOn, State = cycle.State };
}

public sealed class SaveCycle(Gate gate)
{
    public async Task<Saved<Cycle>> RunAsync(CycleDatesDraft draft, CancellationToken ct = default)
    {
        await using var db = await gate.EditCataloguesAsync(May.EditCatalogues, ct);
        var now = (await db.ListAsync<Cycle>(Cycle.InCatalogue, null, ct)).FirstOrDefault(c => c.Code == draft.Code);
        if (now is null) return Saved.NotFound;
        if (now.Version != draft.Version) return Saved.Conflict(now);
        if (draft.State is CycleState.Planned) return Saved.Refused(new Problem(nameof(draft.State), "NotNow"));
        if (CycleRules.Dates(draft.DueOn, draft.ClosesOn, now.StartsOn, null) is { } problem) return Saved.Refused(problem);
        if (await db.WriteAsync(Update, draft, ct) != 1) return Saved.Conflict(now);
        var saved = now with { DueOn = draft.DueOn, ClosesOn = draft.ClosesOn, State = draft.State, Version = now.Version + 1 };
        await CycleChange.KeepAsync(db, now, saved, ct);
        await db.CommitAsync(ct);
        return Saved.Done(saved);
    }

    public static readonly CatalogueSql Update = CatalogueSql.Of("""
        update ReportingCycle
           set DueOn = @DueOn, ClosesOn = @ClosesOn, State = @State, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Code = @Code and Version = @Version
        """);
}
