using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>One thing that was changed of a cycle: opened, closed, or another date.</summary>
public sealed record CycleChange
{
    public DateTime HappenedAt { get; init; }
    public string PersonName { get; init; } = "";

    /// <summary><c>State</c>, <c>DueOn</c> or <c>ClosesOn</c>.</summary>
    public string Field { get; init; } = "";
    public string? OldValue { get; init; }
    public string? NewValue { get; init; }

    public static readonly RegionSql OfCycle = RegionSql.Of("""
        select HappenedAt, PersonName, Field, OldValue, NewValue from CycleChange where CycleCode = @Cycle order by HappenedAt desc, Field
        """);

    public static readonly CatalogueSql Add = CatalogueSql.Of("""
        insert into CycleChange (Id, CycleCode, HappenedAt, PersonName, Field, OldValue, NewValue) values (@Id, @Cycle, @Now, @Person, @Field, @OldValue, @NewValue)
        """);

    /// <summary>Writes down what differs, in the transaction of whoever changes it; before is null for a cycle that is opened.</summary>
    internal static async Task KeepAsync(CatalogueEdit db, Cycle? before, Cycle after, CancellationToken ct)
    {
        foreach (var (field, was, now) in new[]
        {
            (nameof(Cycle.State), before?.State.ToString(), after.State.ToString()),
            (nameof(Cycle.DueOn), before?.DueOn?.ToString("O", null), after.DueOn?.ToString("O", null)),
            (nameof(Cycle.ClosesOn), before?.ClosesOn?.ToString("O", null), after.ClosesOn?.ToString("O", null)),
        })
        {
            if (was != now) await db.WriteAsync(Add, new { Id = Guid.CreateVersion7(), Cycle = after.Code, Field = field, OldValue = was, NewValue = now }, ct);
        }
    }
}
