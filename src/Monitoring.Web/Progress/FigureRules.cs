using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Progress;

/// <summary>What outsiders may read of a published figure.</summary>
public static class FigureRules
{
    /// <summary>
    /// Exempt from the protection of small cells: the figure stands in a public official document, or follows from what stands there,
    /// and the lines are recorded.
    /// </summary>
    public static bool IsExempt(PublishedFigure figure) =>
        figure.Mark is Mark.Stated or Mark.Derived && !string.IsNullOrWhiteSpace(figure.SourceLines);

    /// <summary>The figure with what is protected taken out.</summary>
    public static ShownFigure Protect(PublishedFigure figure)
    {
        var shown = new ShownFigure(figure.Value, figure.Numerator, figure.Denominator, figure.DistinctValue, false);
        if (!SmallCells.CountsPersons(figure.Unit, figure.Population, figure.Name) || IsExempt(figure)) return shown;
        return Protect(shown);
    }

    /// <summary>
    /// An answer repeats a country's figure in the form in which countries are compared: it is exempt when a figure of that country
    /// that is exempt says the same of the same unit.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="indicator">Its name stands in for a unit that neither of them states.</param>
    /// <param name="figures">The figures of the countries.</param>
    public static ShownFigure Protect(CommonAnswer answer, CommonDefinition indicator, IReadOnlyList<PublishedFigure> figures)
    {
        var shown = new ShownFigure(answer.Value, answer.Numerator, answer.Denominator, null, false);
        if (!SmallCells.CountsPersons(answer.Unit ?? indicator.Unit, indicator.Population, indicator.NameEn)) return shown;
        var isPublic = figures.Any(f => f.Country == answer.Country && IsExempt(f)
            && (answer.Unit ?? indicator.Unit ?? f.Unit) == f.Unit && SmallCells.CountsPersons(f.Unit, f.Population, f.Name)
            && f.Value == answer.Value && f.Numerator == answer.Numerator && f.Denominator == answer.Denominator);
        return isPublic ? shown : Protect(shown);
    }

    /// <summary>
    /// What several counts of one initiative and one unit come to: a total, a range, or a refusal that says why. Figures of which one
    /// is withheld are left out, since a total would give it back.
    /// </summary>
    public static IReadOnlyList<Aggregate> SumsPerUnit(IReadOnlyList<PublishedFigure> figures) =>
    [
        .. ProtectedFigures.Of(figures)
            .Where(pair => pair.Figure is { Kind: IndicatorKind.Count, InitiativeCode: not null, ValueState: ValueState.Reported, Value: not null,
                Unit: not null, Sex: PublishedFigure.All, AgeBand: PublishedFigure.All, PopulationGroup: PublishedFigure.All, Place: PublishedFigure.All })
            .GroupBy(pair => (pair.Figure.InitiativeCode, pair.Figure.Unit))
            .Where(group => group.Count() > 1 && group.All(pair => !pair.Shown.IsWithheld))
            .Select(group => Aggregator.Of(group.Select(pair => ToFigure(pair.Figure)))),
    ];

    internal static Figure ToFigure(PublishedFigure figure) => new()
    {
        Country = figure.Country,
        Code = figure.IndicatorCode,
        Name = figure.Name,
        Kind = figure.Kind,
        Overlap = figure.OverlapRule,
        Initiative = figure.InitiativeCode,
        Unit = figure.Unit,
        Population = figure.Population,
        DefinitionNo = figure.DefinitionNo,
        Period = new Period(figure.PeriodText, figure.PeriodStart, figure.PeriodEnd),
        Funder = figure.Funder,
        State = figure.ValueState,
        Value = figure.Value,
        DistinctValue = figure.DistinctValue,
        AlsoReportedIn = figure.AlsoReportedIn,
        Mark = figure.Mark,
        SourceLines = figure.SourceLines,
    };

    private static ShownFigure Protect(ShownFigure figure)
    {
        if (SmallCells.Withholds(figure.Value, false) || SmallCells.Withholds(figure.DistinctValue, false)) return ShownFigure.Nothing;
        if (figure is not { Numerator: { } part, Denominator: { } whole }) return figure;
        var set = SmallCells.ProtectShare(part, whole, isExempt: false);
        if (set.HidesTotal) return ShownFigure.Nothing;
        return set.Withheld[0] ? figure with { Numerator = null, IsWithheld = true } : figure;
    }
}

/// <summary>The values that may be read. <paramref name="IsWithheld"/>: something was there and is protected.</summary>
public sealed record ShownFigure(decimal? Value, decimal? Numerator, decimal? Denominator, decimal? DistinctValue, bool IsWithheld)
{
    public static readonly ShownFigure Nothing = new(null, null, null, null, true);
}
