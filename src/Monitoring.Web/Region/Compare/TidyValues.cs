using System.Runtime.CompilerServices;
using Monitoring.Data;
using Monitoring.Web.Indicators;

namespace Monitoring.Web.Region.Compare;

/// <summary>One value of an accepted report, with everything that says what it is.</summary>
public sealed record TidyValue
{
    public CountryCode Country { get; init; }
    public string CycleCode { get; init; } = "";
    public int SnapshotNo { get; init; }
    public string? Hash { get; init; }
    public string? CommonIndicatorCode { get; init; }
    public string? IndicatorCode { get; init; }
    public int? DefinitionNo { get; init; }
    public string? Initiative { get; init; }
    public string? Name { get; init; }
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public Sex Sex { get; init; }
    public string AgeBand { get; init; } = "All";
    public string PopulationGroup { get; init; } = "All";
    public string Place { get; init; } = "All";
    public ValueState ValueState { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }
    public Mark Mark { get; init; }
    public Mark? NumeratorMark { get; init; }
    public string? SourceLines { get; init; }
}

/// <summary>
/// The values behind a comparison, one a row, for those who compute themselves: every cell of a disaggregation, in one order, read as it
/// is written so that a million of them need no more memory than one.
/// </summary>
public sealed class TidyValues(Gate gate)
{
    public static readonly RegionSql Measurements = RegionSql.Of("""
        select m.Country, m.CycleCode, m.SnapshotNo, s.Hash, m.CommonIndicatorCode, m.IndicatorCode, m.DefinitionNo, f.Code as Initiative, m.Name, m.Kind,
               m.Unit, m.Population, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.ValueState, m.Value, m.Numerator,
               m.Denominator, m.Rung, m.Reached, m.Mark, m.NumeratorMark, m.SourceLines
          from region_measurement m
          left join region_accepted s on s.Country = m.Country and s.SnapshotNo = m.SnapshotNo
          left join region_fact_sheet f on f.Country = m.Country and f.SnapshotNo = m.SnapshotNo and f.InitiativeId = m.InitiativeId
         where m.Country = @Of and m.SnapshotNo = @No
         order by m.Position, m.IndicatorCode, m.DefinitionNo, m.PeriodStart, m.PeriodText, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.MeasurementId
        """);

    /// <summary>The values of the snapshots that are compared, country by country.</summary>
    public async IAsyncEnumerable<TidyValue> OfAsync(Comparison of, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await gate.RegionAsync(ct);
        foreach (var country in of.Countries.Where(c => c.HasData))
            foreach (var sql in (RegionSql[])[CommonAnswers.ValuesOfSnapshot, Measurements])
                await foreach (var value in db.EachAsync<TidyValue>(sql, new { Of = country.Code, No = country.Country.SnapshotNo!.Value }, ct))
                    yield return value;
    }
}
