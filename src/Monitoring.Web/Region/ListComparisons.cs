using Monitoring.Data;

namespace Monitoring.Web.Region;

/// <summary>The comparisons that a person kept, and those that others of the secretariat share.</summary>
public sealed class ListComparisons(Gate gate)
{
    public async Task<IReadOnlyList<SavedComparison>> RunAsync(CancellationToken ct = default)
    {
        await using var db = await gate.RegionAsync(ct);
        return await db.ListAsync<SavedComparison>(All, null, ct);
    }

    public static readonly RegionSql All = RegionSql.Of("""
        select s.Id, s.OwnerId, s.OwnerName, s.Name, s.Address, s.IsShared, s.RetiredAt, s.Version, s.ChangedAt, s.ChangedBy,
               case when s.OwnerId = @PersonId then 1 else 0 end as IsOwn
          from SavedComparison s
         where s.RetiredAt is null and (s.OwnerId = @PersonId or s.IsShared = 1)
         order by s.Name, s.Id
        """);
}
