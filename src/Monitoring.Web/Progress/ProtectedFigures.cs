namespace Monitoring.Web.Progress;

/// <summary>Figures that belong together, each with what may be read of it: a breakdown must not give back what is withheld in it.</summary>
public static class ProtectedFigures
{
    /// <summary>
    /// Every figure with its readable part. Rows of one indicator and period are one set: the whole, and its breakdowns by sex, age,
    /// group or place. Cross-tables are withheld whole as soon as one of their cells is small, because their margins are many.
    /// </summary>
    public static IReadOnlyList<(PublishedFigure Figure, ShownFigure Shown)> Of(IReadOnlyList<PublishedFigure> figures)
    {
        var withheld = figures
            .Where(f => SmallCells.CountsPersons(f.Unit, f.Population, f.Name))
            .GroupBy(f => (f.Country, f.IndicatorCode, f.DefinitionNo, f.PeriodText, f.PeriodStart, f.PeriodEnd))
            .SelectMany(set => Withheld([.. set]))
            .ToHashSet();
        return [.. figures.Select(f => (f, withheld.Contains(f.MeasurementId) ? ShownFigure.Nothing : FigureRules.Protect(f)))];
    }

    private static IEnumerable<Guid> Withheld(IReadOnlyList<PublishedFigure> set)
    {
        var parts = set.Where(f => Breakdowns(f) > 0).ToList();
        if (parts.Count == 0) return [];
        var whole = set.FirstOrDefault(f => Breakdowns(f) == 0);
        var hidden = new HashSet<Guid>();
        var hidesWhole = false;
        foreach (var table in parts.Where(f => Breakdowns(f) == 1).GroupBy(Dimension))
        {
            var cells = table.ToList();
            if (cells.Any(f => f.Value is null) || whole?.Value is null)
            {
                // Ratios, or parts without their whole: what one of them hides, the others could give back.
                if (cells.Any(f => FigureRules.Protect(f).IsWithheld)) hidden.UnionWith(cells.Where(f => !FigureRules.IsExempt(f)).Select(f => f.MeasurementId));
                continue;
            }
            var known = cells.Select(f => new PersonCell(f.Value!.Value, FigureRules.IsExempt(f))).ToList();
            var rest = whole.Value.Value - known.Sum(c => c.Persons);
            // What is broken down no further is a cell that nobody sees; parts that overlap come to more than the whole.
            var result = SmallCells.Protect(rest > 0 ? [.. known, new PersonCell(rest)] : known, FigureRules.IsExempt(whole));
            hidden.UnionWith(cells.Where((_, i) => result.Withheld[i]).Select(f => f.MeasurementId));
            hidesWhole |= result.HidesTotal;
        }
        var crossed = parts.Where(f => Breakdowns(f) > 1).ToList();
        if (crossed.Any(f => FigureRules.Protect(f).IsWithheld) || (hidden.Count > 0 && crossed.Count > 0))
            hidden.UnionWith(crossed.Where(f => !FigureRules.IsExempt(f)).Select(f => f.MeasurementId));
        // A whole that one breakdown hides, another would give back.
        return hidesWhole ? set.Where(f => !FigureRules.IsExempt(f)).Select(f => f.MeasurementId) : hidden;
    }

    private static int Breakdowns(PublishedFigure f) => Dimensions(f).Count(value => value != PublishedFigure.All);

    private static int Dimension(PublishedFigure f) => Array.FindIndex(Dimensions(f), value => value != PublishedFigure.All);

    private static string[] Dimensions(PublishedFigure f) => [f.Sex, f.AgeBand, f.PopulationGroup, f.Place];
}
