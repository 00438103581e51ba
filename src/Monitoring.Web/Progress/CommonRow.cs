using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Progress;

/// <summary>A common indicator with each country's published answer and what they come to. <paramref name="Region"/> is null when an
/// answer is withheld: the total would give it back.</summary>
public sealed record CommonRow(CommonIndicatorRow Indicator, IReadOnlyList<CommonPart> Parts, Aggregate? Region)
{
    public static CommonRow Of(CommonIndicatorRow indicator, Overview overview)
    {
        var steps = overview.LadderSteps.Where(s => s.CommonIndicatorCode == indicator.Code).OrderBy(s => s.Position).Select(s => s.Name).ToList();
        var parts = overview.Answers.Where(a => a.CommonIndicatorCode == indicator.Code)
            .Select(answer => new CommonPart(ToFigure(indicator, answer, steps), FigureRules.Protect(answer, indicator, overview.Figures).IsWithheld)).ToList();
        return new CommonRow(indicator, parts, parts.Any(p => p.IsWithheld) ? null : Aggregator.Of(parts.Select(p => p.Figure)));
    }

    /// <summary>Why it is a range or a refusal, what counts once, who is missing.</summary>
    public IEnumerable<Reason> Reasons => Region switch
    {
        null => [],
        Figures.Range range => Region.Notes.Prepend(range.Reason),
        Refusal refusal => Region.Notes.Prepend(refusal.Reason),
        _ => Region.Notes,
    };

    public IReadOnlyList<CommonPart> Of(CountryCode country) => [.. Parts.Where(p => p.Figure.Country == country)];

    private static Figure ToFigure(CommonIndicatorRow indicator, PublishedAnswer answer, IReadOnlyList<string> steps) => new()
    {
        Country = answer.Country,
        Code = indicator.Code,
        Name = indicator.Name,
        Kind = indicator.Kind,
        // Countries answer for themselves: what one counts no other counts.
        Overlap = indicator.Kind switch
        {
            IndicatorKind.Ladder => OverlapRule.CountriesPerStep,
            IndicatorKind.Ratio => OverlapRule.SumOfParts,
            IndicatorKind.Milestone => OverlapRule.Countries,
            _ => OverlapRule.Disjoint,
        },
        Unit = answer.Unit ?? indicator.Unit,
        DefinitionNo = indicator.DefinitionVersion,
        State = answer.AnswerState,
        Value = answer.Value,
        Numerator = answer.Numerator,
        Denominator = answer.Denominator,
        Rung = answer.Rung,
        Steps = steps,
        Mark = answer.Mark,
    };
}

/// <summary>One part of a country's answer.</summary>
public sealed record CommonPart(Figure Figure, bool IsWithheld);
