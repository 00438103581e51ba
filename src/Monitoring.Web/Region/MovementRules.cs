using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

public enum MoveKind { Stage, Outlook, NextStep, Added, Gone }

/// <summary>Something that is no longer as it was in the last cycle. <paramref name="Was"/> and <paramref name="Now"/> name values of the
/// enumeration that moved.</summary>
public sealed record Move(CountryCode Country, MoveKind Kind, Guid Id, string Code, string? Was, string? Now, ContentState State);

/// <summary>The snapshot with which a country is compared: the newest accepted of a cycle before the current one.</summary>
public sealed record BaselineRow
{
    public CountryCode Country { get; init; }
    public int SnapshotNo { get; init; }
    public string CycleCode { get; init; } = "";
}

/// <summary>An initiative or a next step as a snapshot has it.</summary>
public sealed record ThenRow
{
    public CountryCode Country { get; init; }
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public Stage Stage { get; init; }
    public Outlook Outlook { get; init; }
    public NextStepStatus Status { get; init; }
}

/// <summary>What moved between the last cycle and now: status facts only, so that it may be seen before approval. Going up or down a stage
/// is told, never valued.</summary>
public static class MovementRules
{
    /// <summary>The accepted snapshot of each country from the latest cycle before <paramref name="current"/>. A cycle that was corrected
    /// later has the higher number and is still the earlier one.</summary>
    public static IReadOnlyList<BaselineRow> Baselines(IEnumerable<BaselineRow> accepted, IReadOnlyList<CycleRow> cycles, CycleRow? current)
    {
        var before = cycles.Where(c => c.StartsOn < current?.StartsOn).ToDictionary(c => c.Code, c => c.StartsOn);
        return [.. accepted.Where(a => before.ContainsKey(a.CycleCode)).GroupBy(a => a.Country).Select(g => g.MaxBy(a => (before[a.CycleCode], a.SnapshotNo))!)];
    }

    /// <summary>Of countries that have a baseline; where there is none, there is nothing to have moved from.</summary>
    public static IReadOnlyList<Move> Of(IReadOnlyList<ThenRow> initiatives, IReadOnlyList<ThenRow> steps, IReadOnlyList<StatusRow> nowInitiatives, IEnumerable<StepRow> nowSteps)
    {
        var countries = initiatives.Select(i => i.Country).ToHashSet();
        var was = initiatives.ToDictionary(i => (i.Country, i.Id));
        var wasSteps = steps.ToDictionary(i => (i.Country, i.Id));
        var moves = new List<Move>();
        foreach (var now in nowInitiatives.Where(n => countries.Contains(n.Country)))
        {
            if (!was.Remove((now.Country, now.InitiativeId), out var then))
            {
                moves.Add(new Move(now.Country, MoveKind.Added, now.InitiativeId, now.Code, null, null, now.State));
                continue;
            }
            if (then.Stage != now.Stage) moves.Add(new Move(now.Country, MoveKind.Stage, now.InitiativeId, now.Code, then.Stage.ToString(), now.Stage.ToString(), now.State));
            if (then.Outlook != now.Outlook) moves.Add(new Move(now.Country, MoveKind.Outlook, now.InitiativeId, now.Code, then.Outlook.ToString(), now.Outlook.ToString(), now.State));
        }
        foreach (var now in nowSteps)
            if (wasSteps.GetValueOrDefault((now.Country, now.NextStepId)) is { } then && then.Status != now.Status)
                moves.Add(new Move(now.Country, MoveKind.NextStep, now.NextStepId, now.Code, then.Status.ToString(), now.Status.ToString(), now.State));
        moves.AddRange(was.Values.Select(gone => new Move(gone.Country, MoveKind.Gone, gone.Id, gone.Code, null, null, ContentState.Draft)));
        return [.. moves.OrderBy(m => m.Country.Value, StringComparer.Ordinal).ThenBy(m => m.Kind).ThenBy(m => m.Code, StringComparer.Ordinal)];
    }
}
