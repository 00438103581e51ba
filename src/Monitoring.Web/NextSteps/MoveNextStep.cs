using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.NextSteps;

/// <summary>Puts a next step one place up or down on the fact sheet.</summary>
public sealed class MoveNextStep(Gate gate)
{
    public async Task<Saved<NextStepRow>> RunAsync(CountryCode country, NextStepRow row, bool up, CancellationToken ct = default)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, row.InitiativeId, ct);
        return await Order.MoveAsync(db, await db.ListAsync<NextStepRow>(ListNextSteps.OfInitiative, new { row.InitiativeId }, ct), row, up, ct);
    }

    public static readonly CountrySql Place = CountrySql.Of("""
        update NextStep
           set Position = @Position, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);

    private static readonly RowOrder<NextStepRow> Order = new(NextStepRow.One, Place, NextStepsRoom.NextStep, r => r.Code, r => r.Position);
}
