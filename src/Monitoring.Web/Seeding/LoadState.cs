using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>
/// Whether a load has been done, without reading its file: an ordinary start is not to pay for it. A wrong "no" costs a quarter of a
/// second, since loading passes over what is there; there is no wrong "yes".
/// </summary>
internal static class LoadState
{
    private static readonly CatalogueSql Countries = CatalogueSql.Of("""
        select c.Code, max(case when r.Role = 'Member' then 1 else 0 end) as IsMember
          from CountryRole r
          join Country c on c.Code = r.CountryCode
         where r.RoleYear = 2021
         group by c.Code
        """);

    private static readonly CountrySql WasDone = CountrySql.Of("select count(*) from AuditLink where Country = @Country and OperationId = @Operation");

    /// <summary>True when each country of the report has the operation that comes last in it; a country for which there is none has null.</summary>
    public static async Task<bool> IsDoneAsync(JobGate job, Func<CountryCode, bool, Guid?> lastOperation, CancellationToken ct)
    {
        IReadOnlyList<CountryRow> countries;
        await using (var db = await job.EditCataloguesAsync(ct)) countries = await db.ListAsync<CountryRow>(Countries, null, ct);
        foreach (var country in countries)
        {
            if (lastOperation(country.Code, country.IsMember) is not { } operation) continue;
            await using var db = await job.ReadAsync(country.Code, ct);
            if (await db.OneAsync<int>(WasDone, new { Operation = operation }, ct) == 0) return false;
        }
        return countries.Count > 0;
    }

    private sealed record CountryRow
    {
        public CountryCode Code { get; init; }
        public bool IsMember { get; init; }
    }
}
