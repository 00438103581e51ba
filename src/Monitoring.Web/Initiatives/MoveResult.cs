using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Initiatives;

/// <summary>Puts a result one place up or down among those of its theme.</summary>
public sealed class MoveResult(Gate gate)
{
    public async Task<Saved<ResultRow>> RunAsync(CountryCode country, ResultRow row, bool up, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, row.InitiativeId, ct);
        return await Order.MoveAsync(db, await db.ListAsync<ResultRow>(ReadFactSheet.Results, new { row.InitiativeId }, ct), row, up, ct);
    }

    public static readonly CountrySql Place = CountrySql.Of("""
        update Result
           set Position = @Position, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);

    private static readonly RowOrder<ResultRow> Order = new(ResultRow.One, Place, InitiativesRoom.Result, r => r.Code, r => r.Position, r => r.Theme);
}
