using Monitoring.Web.Shared;

namespace Monitoring.Web.Region.Map;

/// <summary>What the map shows: how current and whole the data are. Never how good a policy is.</summary>
public enum MapReading { State, Completeness, Overdue }

/// <summary>A country on the map. <paramref name="Class"/> 0 is "no data", then from the least to the most.</summary>
/// <param name="Country">Whose.</param>
/// <param name="Class">Which fill.</param>
/// <param name="ClassKey">Text of the fill in the legend.</param>
/// <param name="Part">Numerator of what is shown, where it is a share.</param>
/// <param name="Whole">Its denominator.</param>
public sealed record MapEntry(CountryRow Country, int Class, string ClassKey, int? Part = null, int? Whole = null);

public static class MapRules
{
    /// <summary>The fills of a reading in the order of the legend.</summary>
    public static IReadOnlyList<(int Class, string Key)> Legend(MapReading reading) => reading switch
    {
        MapReading.State => [(1, "NotBegun"), .. Enum.GetValues<ContentState>().Select(s => (2 + (int)s, s.ToString())), (0, "None")],
        MapReading.Completeness => [(1, "NoneOfAll"), (2, "UnderHalf"), (3, "Half"), (4, "All"), (0, "None")],
        _ => [(1, "NoneOverdue"), (2, "Quarter"), (3, "UpToHalf"), (4, "OverHalf"), (0, "None")],
    };

    /// <summary>Every country that takes part, by reading. A country without a report to give, without initiatives or without a due date
    /// has no data: that is not zero.</summary>
    public static IReadOnlyList<MapEntry> Of(MapReading reading, RegionOverview region) => [.. region.Countries.Select(c => reading switch
    {
        MapReading.State => State(region, c),
        MapReading.Completeness => Completeness(region, c),
        _ => Overdue(region, c),
    })];

    private static MapEntry State(RegionOverview region, CountryRow country) => region.Reports.GetValueOrDefault(country.Country) is { } report
        ? new MapEntry(country, 2 + (int)report.State, report.State.ToString())
        : region.Cycle is not null && region.IsMember(country) ? new MapEntry(country, 1, "NotBegun") : None(country);

    private static MapEntry Completeness(RegionOverview region, CountryRow country)
    {
        var all = region.Of(country.Country);
        var with = all.Count(s => s.HasResults);
        return all.Count == 0 ? None(country) : Share(country, with, all.Count, with == 0 ? (1, "NoneOfAll") : with == all.Count ? (4, "All") : 2 * with < all.Count ? (2, "UnderHalf") : (3, "Half"));
    }

    private static MapEntry Overdue(RegionOverview region, CountryRow country)
    {
        var due = region.Of(country.Country).SelectMany(s => region.Steps[s.InitiativeId]).Where(s => s is { IsOpen: true, DueOn: not null }).ToList();
        var late = due.Count(s => s.IsOverdue(region.Today));
        return due.Count == 0 ? None(country) : Share(country, late, due.Count, late == 0 ? (1, "NoneOverdue") : 4 * late <= due.Count ? (2, "Quarter") : 2 * late <= due.Count ? (3, "UpToHalf") : (4, "OverHalf"));
    }

    private static MapEntry None(CountryRow country) => new(country, 0, "None");

    private static MapEntry Share(CountryRow country, int part, int whole, (int Class, string Key) of) => new(country, of.Class, of.Key, part, whole);
}
