using Monitoring.Web.Figures;
using Monitoring.Web.Indicators;

namespace Monitoring.Tests.Figures;

/// <summary>Figures as the 2021 report gives them.</summary>
internal static class Some
{
    public static readonly CountryCode Honduras = CountryCode.Parse("HND", null);
    public static readonly CountryCode Mexico = CountryCode.Parse("MEX", null);
    public static readonly CountryCode ElSalvador = CountryCode.Parse("SLV", null);

    public static Figure Count(string code, decimal? value, string unit, string? population = null, CountryCode? country = null) => new()
    {
        Country = country ?? Honduras,
        Code = code,
        Name = code,
        Kind = IndicatorKind.Count,
        Overlap = OverlapRule.Disjoint,
        Unit = unit,
        Population = population ?? unit,
        Value = value,
        Mark = Mark.Stated,
        State = value is null ? ValueState.NotCollected : ValueState.Reported,
    };

    public static Figure Ratio(string code, decimal numerator, decimal denominator, CountryCode? country = null) => new()
    {
        Country = country ?? Honduras,
        Code = code,
        Name = code,
        Kind = IndicatorKind.Ratio,
        Overlap = OverlapRule.SumOfParts,
        Unit = "cases",
        Population = "cases with protective measures",
        Numerator = numerator,
        Denominator = denominator,
        Mark = Mark.Stated,
    };

    public static Figure Rung(CountryCode country, string? rung, params string[] steps) => new()
    {
        Country = country,
        Code = "RC1",
        Name = "Legal framework step",
        Kind = IndicatorKind.Ladder,
        Overlap = OverlapRule.CountriesPerStep,
        Rung = rung,
        Steps = steps,
        Mark = Mark.Inferred,
    };

    public static readonly Figure PilotCases = Count("HN-MAHE-I1", 27, "cases", "MAHE cases") with
    {
        Initiative = "HN-MAHE",
        Period = new Period("2019"),
        Funder = "CONAPROHM",
        Overlap = OverlapRule.WithinFunderAndPeriod,
        SourceLines = "675",
    };

    public static readonly Figure FundedCases = Count("HN-MAHE-I2", 38, "cases", "MAHE cases") with
    {
        Initiative = "HN-MAHE",
        Period = new Period("after pilot, to 2021"),
        Funder = "UNHCR",
        Overlap = OverlapRule.Unknown,
        SourceLines = "683-686",
    };

    public static readonly Figure RelocatedPersons = Count("MX-PILOT-I1", 15, "persons", "persons relocated", Mexico) with { AlsoReportedIn = "MX-PNDH" };
    public static readonly Figure RelocatedFamilies = Count("MX-PILOT-I2", 3, "families", "families relocated", Mexico) with { AlsoReportedIn = "MX-PNDH" };
    public static readonly Figure VentureFamilies = Count("HN-MAHE-I4", 7, "families", "families with a venture");
    public static readonly Figure LifeProjects = Count("MX-INTEG-I1", 23, "life projects", "life projects of women", Mexico);

    public static readonly Figure Intake = Count("MX-PILOT-I3", 25, "persons per month", "persons relocated", Mexico) with
    {
        Kind = IndicatorKind.Rate,
        Overlap = OverlapRule.NotAdded,
        AlsoReportedIn = "MX-PNDH",
    };
}
