namespace Monitoring.Web.Indicators;

/// <summary>A share is its parts; the percentage is only how it reads.</summary>
public static class RatioRules
{
    /// <summary>Percent with one decimal, halves away from zero; null where the parts do not give one.</summary>
    public static decimal? Percent(decimal? numerator, decimal? denominator) =>
        numerator is { } part && denominator is { } whole && whole > 0 && part >= 0
            ? Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero)
            : null;
}
