using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>The lead says after how many working days something has waited too long.</summary>
public sealed class SaveThresholds(Gate gate)
{
    public async Task<Problem?> RunAsync(IReadOnlyDictionary<WaitsFor, int> days, CancellationToken ct = default)
    {
        if (days.Values.Any(d => d is < 1 or > 60)) return new Problem("WorkingDays", "ThresholdRange");
        await using var db = await gate.EditCataloguesAsync(May.EditCatalogues, ct);
        foreach (var (what, number) in days)
        {
            var values = new { Code = what, WorkingDays = number };
            if (await db.WriteAsync(Set, values, ct) == 0) await db.WriteAsync(Add, values, ct);
        }
        await db.CommitAsync(ct);
        return null;
    }

    public static readonly CatalogueSql Set = CatalogueSql.Of("""
        update WaitingThreshold set WorkingDays = @WorkingDays, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person where Code = @Code
        """);

    public static readonly CatalogueSql Add = CatalogueSql.Of("""
        insert into WaitingThreshold (Code, WorkingDays, Version, ChangedAt, ChangedBy) values (@Code, @WorkingDays, 1, @Now, @Person)
        """);
}
