using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Reports;

/// <summary>The lead opens a cycle: from then on countries can send their report of it. A planned one is opened, another is added.</summary>
public sealed class OpenCycle(Gate gate, TimeProvider clock)
{
    public async Task<Saved<Cycle>> RunAsync(CycleDraft draft, CancellationToken ct = default)
    {
        await using var db = await gate.EditCataloguesAsync(May.EditCatalogues, ct);
        var cycles = await db.ListAsync<Cycle>(Cycle.InCatalogue, null, ct);
        if (CycleRules.Problem(draft, cycles, clock.Today()) is { } problem) return Saved.Refused(problem);
        var values = new { draft.Code, draft.StartsOn, draft.EndsOn, OpensOn = clock.Today(), draft.DueOn, draft.ClosesOn };
        try
        {
            // Somebody else may open one at the same moment: the database looks for an overlap again.
            if (await db.WriteAsync(Open, values, ct) + await db.WriteAsync(Add, values, ct) != 1)
                return Saved.Refused(new Problem(nameof(draft.Year), "CycleOverlaps", draft.Code, draft.StartsOn, draft.EndsOn));
        }
        catch (KeyTakenException)
        {
            return Saved.Refused(new Problem(nameof(draft.Year), "CycleOverlaps", draft.Code, draft.StartsOn, draft.EndsOn));
        }
        var opened = (await db.ListAsync<Cycle>(Cycle.InCatalogue, null, ct)).Single(c => c.Code == draft.Code);
        await CycleChange.KeepAsync(db, cycles.FirstOrDefault(c => c.Code == draft.Code), opened, ct);
        await db.CommitAsync(ct);
        return Saved.Done(opened);
    }

    public static readonly CatalogueSql Open = CatalogueSql.Of("""
        update ReportingCycle
           set State = 'Open', OpensOn = @OpensOn, DueOn = @DueOn, ClosesOn = @ClosesOn, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Code = @Code and State = 'Planned'
        """);

    public static readonly CatalogueSql Add = CatalogueSql.Of("""
        insert into ReportingCycle (Code, StartsOn, EndsOn, OpensOn, DueOn, ClosesOn, State, Mark, Version, ChangedAt, ChangedBy)
        select @Code, @StartsOn, @EndsOn, @OpensOn, @DueOn, @ClosesOn, 'Open', 'Reported', 1, @Now, @Person
         where not exists (select 1 from ReportingCycle c where c.StartsOn <= @EndsOn and c.EndsOn >= @StartsOn)
        """);
}
