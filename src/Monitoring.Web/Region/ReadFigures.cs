using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Region;

/// <summary>Figures of one kind and unit, what they come to, and what can be said where that is refused.</summary>
public sealed record FigureGroup(IndicatorKind Kind, string? Unit, bool IsPlan, IReadOnlyList<Figure> Figures)
{
    public Aggregate Together { get; } = Aggregator.Of(Figures);

    /// <summary>Where the whole is refused, and only of what can be counted: steps and fixed values come to nothing.</summary>
    public IReadOnlyList<Aggregate> Subtotals => Together is Refusal && Kind is (IndicatorKind.Count or IndicatorKind.Ratio) ? Aggregator.Subtotals(Figures) : [];

    /// <summary>Several figures, or one of which something has to be said.</summary>
    public bool SaysMore => Figures.Count > 1 || Together.Notes.Count > 0;

    /// <summary>For the address: <c>count-cases</c>.</summary>
    public string Anchor => string.Join('-', $"{Kind} {Unit} {(IsPlan ? "plan" : "")}".ToLowerInvariant().Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Every figure that the region accepted, in the groups in which somebody might want to add them.</summary>
public sealed class ReadFigures(Gate gate)
{
    public async Task<IReadOnlyList<FigureGroup>> RunAsync(CancellationToken ct)
    {
        await using var db = await gate.RegionAsync(ct);
        return Grouped(await ReportedFigures.NewestAsync(db, ct));
    }

    /// <summary>Counts by unit, plans apart, the largest group first; then the kinds that are seldom or never added.</summary>
    public static IReadOnlyList<FigureGroup> Grouped(IEnumerable<Figure> figures) =>
    [
        .. figures
            .GroupBy(f => (f.Kind, Unit: f.Kind is IndicatorKind.Count or IndicatorKind.Rate or IndicatorKind.Fixed ? f.Unit : null, f.IsPlan))
            .Select(g => new FigureGroup(g.Key.Kind, g.Key.Unit, g.Key.IsPlan, [.. g]))
            .OrderBy(g => g.Kind).ThenByDescending(g => g.Figures.Count).ThenBy(g => g.Unit, StringComparer.Ordinal),
    ];
}
