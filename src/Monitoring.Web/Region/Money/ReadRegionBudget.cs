using Monitoring.Data;
using Monitoring.Web.Budgets;

namespace Monitoring.Web.Region.Money;

/// <summary>The amounts of all countries, approved or accepted, with the rates that convert them.</summary>
public sealed record RegionBudget(IReadOnlyList<BudgetRow> Lines, IReadOnlyList<RateRow> Rates, IReadOnlyList<CountryRow> Countries, IReadOnlyList<AxisRow> Axes)
{
    /// <summary>What reported no amount at all: named, and no zero.</summary>
    public IReadOnlyList<CountryRow> Silent => [.. Countries.Where(c => (c.SnapshotNo is not null || c.ApprovedCycle is not null) && !Lines.Any(l => l.Country == c.Country && l.HasAmount))];
}

public sealed class ReadRegionBudget(Gate gate)
{
    public async Task<RegionBudget> RunAsync(CancellationToken ct)
    {
        await using var db = await gate.RegionAsync(ct);
        return new RegionBudget(await db.ListAsync<BudgetRow>(ReadRegion.BudgetLines, ct: ct), await db.ListAsync<RateRow>(ReadRegion.Rates, ct: ct),
            await db.ListAsync<CountryRow>(ReadRegion.Countries, ct: ct), await db.ListAsync<AxisRow>(ReadRegion.Axes, ct: ct));
    }
}
