using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>What holds the country's rows still now; null while they can be edited, or for whoever does not read the country.</summary>
public sealed class ReadLock(Gate gate)
{
    public async Task<CountryLock?> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        if (!await gate.MayAsync(May.ReadCountry, country, ct: ct)) return null;
        await using var db = await gate.ReadAsync(country, ct: ct);
        return await db.ListAsync<CountryLock>(Now, null, ct) is [var first, ..] ? first : null;
    }

    public static readonly CountrySql Now = CountrySql.Of("""
        select CycleCode, State, LockedAt, LockedBy from country_lock where Country = @Country order by LockedAt
        """);
}
