using System.Globalization;
using Monitoring.Data;

namespace Monitoring.Web.NextSteps;

/// <summary>A due date that moved, as history keeps it.</summary>
public sealed record DateMove
{
    public int LinkNo { get; init; }
    public Guid StepId { get; init; }
    public string? OldValue { get; init; }
    public string? NewValue { get; init; }
    public string? Reason { get; init; }

    public DateOnly? Before => Day(OldValue);

    public DateOnly? After => Day(NewValue);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>That a step was due earlier.</summary>
/// <param name="First">The first date that was given up.</param>
/// <param name="Last">The last one.</param>
/// <param name="Times">How often.</param>
/// <param name="Reason">Of the last time; null where it was brought back from history.</param>
public sealed record Postponement(DateOnly First, DateOnly Last, int Times, string? Reason);

/// <summary>Tells steps that they were postponed: from history, where date and reason are kept, in one question for all of a list.</summary>
public static class Postponements
{
    public static async Task<IReadOnlyList<NextStepRow>> WithPostponementsAsync(this CountryDb db, IReadOnlyList<NextStepRow> steps, CancellationToken ct = default)
    {
        // Nothing has moved in a row that nobody saved again.
        if (steps.All(s => s.Version == 1)) return steps;
        var only = steps.Select(s => s.InitiativeId).Distinct().Count() == 1;
        var moves = await db.ListAsync<DateMove>(Moves.And(only ? OfInitiative : null), new { steps[0].InitiativeId }, ct);
        var byStep = moves.OrderBy(m => m.LinkNo).ToLookup(m => m.StepId);
        return steps.Select(s => byStep.Contains(s.Id) ? s with { Postponed = NextStepRules.PostponedBy(byStep[s.Id]) } : s).ToList();
    }

    public static readonly CountrySql Moves = CountrySql.Of("""
        select f.LinkNo, f.SubjectId as StepId, f.OldValue, f.NewValue, l.Reason
          from FieldChange f
          join AuditLink l on l.Country = f.Country and l.LinkNo = f.LinkNo
          join NextStep s on s.Country = f.Country and s.Id = f.SubjectId
         where f.Country = @Country and f.Subject = 'NextStep' and f.Field = 'DueOn' and s.RetiredAt is null and s.Version > 1
        """);

    public static readonly Filter OfInitiative = Filter.Of("s.InitiativeId = @InitiativeId");
}
