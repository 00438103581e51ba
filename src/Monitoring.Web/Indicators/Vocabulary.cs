namespace Monitoring.Web.Indicators;

/// <summary>What kind of statement an indicator makes.</summary>
public enum IndicatorKind { Count, Ratio, Rate, Milestone, Ladder, Fixed }

/// <summary>How values of an indicator may come together.</summary>
public enum OverlapRule
{
    /// <summary>What one value counts, no other counts: they add up.</summary>
    Disjoint,
    /// <summary>Ratios: numerators and denominators add up, never the percentages.</summary>
    SumOfParts,
    /// <summary>Adds up within one funder and period only.</summary>
    WithinFunderAndPeriod,
    /// <summary>The source does not say whether the same is counted twice: a range at best.</summary>
    Unknown,
    /// <summary>Describes one thing; never added.</summary>
    NotAdded,
    /// <summary>Countries are counted per step of the ladder.</summary>
    CountriesPerStep,
    /// <summary>Countries that reached the milestone are counted.</summary>
    Countries,
    /// <summary>The distinct values add up: facts printed twice count once.</summary>
    Distinct,
    /// <summary>Computed from other indicators; never added itself.</summary>
    Derived,
}

/// <summary>Whether there is a value. Not collected is not zero.</summary>
public enum ValueState { Reported, NotCollected, NotApplicable }

/// <summary>Of whom a value speaks; <see cref="All"/> is the total.</summary>
public enum Sex { All, Female, Male, Other, Unknown }
