using Monitoring.Data;

namespace Monitoring.Web.Figures;

/// <summary>
/// What several figures come to. A closed choice: a total, a range, a count of countries per step, a refusal that says why, or
/// nothing reported. There is no silent sum.
/// </summary>
public abstract record Aggregate
{
    private protected Aggregate() { }

    /// <summary>The figures that went in, in one order whatever the order in which they came.</summary>
    public IReadOnlyList<Figure> Parts { get; init; } = [];

    /// <summary>What must be said beside it: a fact that counts once, a country without a figure.</summary>
    public IReadOnlyList<Reason> Notes { get; init; } = [];

    /// <summary>The unit, where all parts share it.</summary>
    public string? Unit { get; init; }

    /// <summary>A sum is derived at best, and never better than the weakest of its parts.</summary>
    public Mark Mark => Parts.Count == 1 ? Parts[0].Weakest : Parts.Select(p => p.Weakest).Append(Mark.Derived).Max();
}

/// <summary>A sum, or a single figure that stands for itself.</summary>
public sealed record Total(decimal Value) : Aggregate
{
    /// <summary>The parts of a ratio; its percentage is made from these, never averaged.</summary>
    public decimal? Numerator { get; init; }

    /// <inheritdoc cref="Numerator"/>
    public decimal? Denominator { get; init; }

    /// <summary>One decimal, half away from zero; null without parts, and for a numerator of zero: "0 of 1" says it all.</summary>
    public decimal? Percent => Figures.Percent.Of(Numerator, Denominator);

    /// <summary>The value counts countries that reached a milestone.</summary>
    public bool CountsCountries { get; init; }
}

/// <summary>Between the largest part (everything else is counted in it) and the sum (nothing is counted twice).</summary>
public sealed record Range(decimal Low, decimal High, Reason Reason) : Aggregate;

/// <summary>Countries at each step of a ladder, in the ladder's own order; never ranked, scored or averaged.</summary>
public sealed record PerStep(IReadOnlyList<StepCount> Steps) : Aggregate;

/// <summary>The countries that stand at one step.</summary>
public sealed record StepCount(string Step, IReadOnlyList<CountryCode> Countries);

/// <summary>Not added, and why.</summary>
public sealed record Refusal(Reason Reason) : Aggregate;

/// <summary>No figure at all. Never zero.</summary>
public sealed record Missing(Reason Reason) : Aggregate;

public static class Percent
{
    public static decimal? Of(decimal? numerator, decimal? denominator) =>
        numerator is { } n and not 0 && denominator is { } d and not 0 ? Math.Round(100 * n / d, 1, MidpointRounding.AwayFromZero) : null;
}
