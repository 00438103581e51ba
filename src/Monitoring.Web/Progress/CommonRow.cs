using Monitoring.Data;
using Monitoring.Web.Figures;

namespace Monitoring.Web.Progress;

/// <summary>A common indicator with each country's published answer and what they come to. <paramref name="Region"/> is null when an
/// answer is withheld: the total would give it back.</summary>
public sealed record CommonRow(CommonDefinition Indicator, IReadOnlyList<CommonPart> Parts, Aggregate? Region)
{
    public static CommonRow Of(CommonDefinition indicator, Overview overview)
    {
        var versions = overview.Versions.Where(v => v.Code == indicator.Code).ToList();
        var answers = overview.Answers.Where(a => a.CommonIndicatorCode == indicator.Code).ToLookup(a => a.Country);
        var mapped = overview.Mapped.Where(m => m.CommonIndicatorCode == indicator.Code).ToLookup(m => m.Country);
        var parts = answers.Select(a => a.Key).Union(mapped.Select(m => m.Key)).SelectMany(country => CommonRules
            .Of(indicator, versions, country, answers[country], mapped[country].Select(m => FigureRules.ToFigure(m) with { Steps = StepsOf(m, overview) }))
            .Select(f => new CommonPart(f, IsWithheld(f, answers[country], mapped[country], indicator, overview)))).ToList();
        return new CommonRow(indicator, parts, parts.Any(p => p.IsWithheld) ? null : Aggregator.Of(parts.Select(p => p.Figure)));
    }

    /// <summary>Of each mapped indicator its newest period; one that states no end is "up to the report".</summary>
    public static IReadOnlyList<PublishedFigure> Newest(IEnumerable<PublishedFigure> figures) =>
    [
        .. figures.Where(f => f is { CommonIndicatorCode: not null, Sex: PublishedFigure.All, AgeBand: PublishedFigure.All, PopulationGroup: PublishedFigure.All, Place: PublishedFigure.All })
            .GroupBy(f => (f.Country, f.IndicatorCode)).SelectMany(g => g.Where(f => End(f) == g.Max(End))),
    ];

    private static DateOnly End(PublishedFigure figure) => figure.PeriodEnd ?? DateOnly.MaxValue;

    private static IReadOnlyList<string> StepsOf(PublishedFigure figure, Overview overview) =>
        [.. overview.NationalSteps.Where(s => s.MeasurementId == figure.MeasurementId).OrderBy(s => s.Position).Select(s => s.Name)];

    private static bool IsWithheld(Figure figure, IEnumerable<CommonAnswer> answers, IEnumerable<PublishedFigure> mapped, CommonDefinition indicator, Overview overview) =>
        figure.FedBy is { } code
            ? mapped.Any(m => m.IndicatorCode == code && FigureRules.Protect(m).IsWithheld)
            : answers.Any(a => a.PartNo == figure.PartNo && FigureRules.Protect(a, indicator, overview.Figures).IsWithheld);

    /// <summary>Why it is a range or a refusal, what counts once, who is missing.</summary>
    public IEnumerable<Reason> Reasons => Region switch
    {
        null => [],
        Figures.Range range => Region.Notes.Prepend(range.Reason),
        Refusal refusal => Region.Notes.Prepend(refusal.Reason),
        _ => Region.Notes,
    };

    public IReadOnlyList<CommonPart> Of(CountryCode country) => [.. Parts.Where(p => p.Figure.Country == country)];
}

/// <summary>One part of a country's answer.</summary>
public sealed record CommonPart(Figure Figure, bool IsWithheld);
