using System.Globalization;
using Microsoft.Extensions.Localization;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Figures;

/// <summary>Figures and what they come to, in the reader's language. Pages, charts, sheets and documents all say it with these.</summary>
public static class FigureWords
{
    /// <summary>A number as it is read: no decimals that say nothing.</summary>
    public static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.CurrentCulture);

    /// <summary>Why, with its values.</summary>
    public static string Say(this IStringLocalizer<FiguresTexts> texts, Reason reason) => texts[reason.Key, [.. reason.Values]];

    /// <summary>One figure: <c>38 cases</c>, <c>17 of 38 (44.7 %)</c>, <c>not collected</c>.</summary>
    public static string Say(this IStringLocalizer<FiguresTexts> texts, Figure figure)
    {
        if (figure.State is ValueState.NotApplicable) return texts["NotApplicable"];
        if (figure.IsMissing) return texts["NotCollected"];
        var said = figure.Kind switch
        {
            IndicatorKind.Ladder => figure.Rung!,
            IndicatorKind.Milestone => texts[figure.Reached == true ? "ReachedYes" : "ReachedNo"],
            IndicatorKind.Ratio when figure.HasParts => texts.Parts(figure.Numerator!.Value, figure.Denominator!.Value),
            IndicatorKind.Ratio => texts["Percentage", Number(figure.Value!.Value)],
            _ => texts.Value(figure.Counted!.Value, figure.Unit),
        };
        return figure.IsPlan ? texts["Planned", said] : said;
    }

    /// <summary>What figures come to, in one phrase; <see cref="Why"/> says the rest.</summary>
    public static string Say(this IStringLocalizer<FiguresTexts> texts, Aggregate aggregate) => aggregate switch
    {
        Total { CountsCountries: true } t => texts["CountriesReached", Number(t.Value), t.Parts.Select(p => p.Country).Distinct().Count()],
        Total { Numerator: { } n, Denominator: { } d } => texts.Parts(n, d),
        Total { Parts: [var alone] } => texts.Say(alone),
        Total t => texts.Value(t.Value, t.Unit),
        Range r => texts["BetweenOverlap", r.Unit is null ? texts["Between", Number(r.Low), Number(r.High)] : texts["BetweenUnit", Number(r.Low), Number(r.High), r.Unit]],
        PerStep s => string.Join(" · ", s.Steps.Where(x => x.Countries.Count > 0).Select(x => texts["StepOf", x.Step, string.Join(", ", x.Countries)].Value)),
        Missing m => texts.Say(m.Reason),
        Refusal => texts["NotAdded"],
        _ => throw new ArgumentOutOfRangeException(nameof(aggregate)),
    };

    /// <summary>The reasons that belong beneath: why it is a range or a refusal, what counts once, who is missing.</summary>
    public static IEnumerable<string> Why(this IStringLocalizer<FiguresTexts> texts, Aggregate aggregate)
    {
        var own = aggregate switch { Range r => r.Reason, Refusal r => r.Reason, _ => null };
        return (own is null ? aggregate.Notes : aggregate.Notes.Prepend(own)).Select(reason => texts.Say(reason));
    }

    private static string Parts(this IStringLocalizer<FiguresTexts> texts, decimal numerator, decimal denominator) =>
        Percent.Of(numerator, denominator) is { } percent
            ? texts["OfPartsPercent", Number(numerator), Number(denominator), percent.ToString("0.0", CultureInfo.CurrentCulture)]
            : texts["OfParts", Number(numerator), Number(denominator)];

    private static string Value(this IStringLocalizer<FiguresTexts> texts, decimal value, string? unit) =>
        unit is null ? Number(value) : texts["Value", Number(value), unit];
}
