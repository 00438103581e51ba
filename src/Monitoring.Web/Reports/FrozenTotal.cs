using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>
/// What the measurements of one indicator and period of a snapshot come to for the region: the value of the whole, and how many cells of
/// a disaggregation stand behind it with what sum. Kept beside the snapshot and not part of its text: it can be made again at any time.
/// </summary>
public sealed record FrozenTotal
{
    public int SnapshotNo { get; init; }
    public int TotalNo { get; init; }
    public Guid? MeasurementId { get; init; }
    public string? Initiative { get; init; }
    public string IndicatorCode { get; init; } = "";
    public string? CommonIndicatorCode { get; init; }
    public int DefinitionNo { get; init; }
    public string Name { get; init; } = "";
    public string? ContentLanguage { get; init; }
    public string Kind { get; init; } = "";
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public string OverlapRule { get; init; } = "";
    public string? Funder { get; init; }
    public string? AlsoReportedIn { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public bool IsNewest { get; init; }
    public string State { get; init; } = "";
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? DistinctValue { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }
    public decimal? Target { get; init; }
    public string? TargetPeriod { get; init; }
    public string? Note { get; init; }
    public string Mark { get; init; } = "";
    public string? NumeratorMark { get; init; }
    public string? SourceLines { get; init; }
    public int Cells { get; init; }
    public int CellsReported { get; init; }
    public decimal CellSum { get; init; }

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenTotal (Country, SnapshotNo, TotalNo, MeasurementId, Initiative, IndicatorCode, CommonIndicatorCode, DefinitionNo, Name, ContentLanguage, Kind, Unit, Population,
               OverlapRule, Funder, AlsoReportedIn, PeriodText, PeriodStart, PeriodEnd, IsNewest, State, Value, Numerator, Denominator, DistinctValue,
               Rung, Reached, Target, TargetPeriod, Note, Mark, NumeratorMark, SourceLines, Cells, CellsReported, CellSum)
        values (@Country, @SnapshotNo, @TotalNo, @MeasurementId, @Initiative, @IndicatorCode, @CommonIndicatorCode, @DefinitionNo, @Name, @ContentLanguage, @Kind, @Unit, @Population,
               @OverlapRule, @Funder, @AlsoReportedIn, @PeriodText, @PeriodStart, @PeriodEnd, @IsNewest, @State, @Value, @Numerator, @Denominator, @DistinctValue,
               @Rung, @Reached, @Target, @TargetPeriod, @Note, @Mark, @NumeratorMark, @SourceLines, @Cells, @CellsReported, @CellSum)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select SnapshotNo, TotalNo, MeasurementId, Initiative, IndicatorCode, CommonIndicatorCode, DefinitionNo, Name, ContentLanguage, Kind, Unit, Population, OverlapRule, Funder,
               AlsoReportedIn, PeriodText, PeriodStart, PeriodEnd, IsNewest, State, Value, Numerator, Denominator, DistinctValue, Rung, Reached, Target,
               TargetPeriod, Note, Mark, NumeratorMark, SourceLines, Cells, CellsReported, CellSum
          from FrozenTotal
         where Country = @Country and SnapshotNo = @SnapshotNo
         order by TotalNo
        """);

    /// <summary>Snapshots with measurements of which nothing is kept yet: those that were accepted before totals were kept.</summary>
    public static readonly CountrySql Unkept = CountrySql.Of("""
        select s.SnapshotNo
          from Snapshot s
         where s.Country = @Country
           and exists (select 1 from FrozenMeasurement m where m.Country = @Country and m.SnapshotNo = s.SnapshotNo)
           and not exists (select 1 from FrozenTotal t where t.Country = @Country and t.SnapshotNo = s.SnapshotNo)
         order by s.SnapshotNo
        """);
}
