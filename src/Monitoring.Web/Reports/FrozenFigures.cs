using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>A value with the definition under which it was given, as it was accepted.</summary>
public sealed record FrozenMeasurement : FrozenRow
{
    public Guid MeasurementId { get; init; }
    public string IndicatorCode { get; init; } = "";
    public int DefinitionNo { get; init; }
    public Guid? InitiativeId { get; init; }
    public string? CommonIndicatorCode { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Null: frozen before texts of a country had a language of their own.</summary>
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
    public string Sex { get; init; } = "";
    public string AgeBand { get; init; } = "";
    public string PopulationGroup { get; init; } = "";
    public string Place { get; init; } = "";
    public string State { get; init; } = "";
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? DistinctValue { get; init; }
    public decimal? PrintedPercent { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }
    public decimal? Baseline { get; init; }
    public string? BaselineMark { get; init; }
    public decimal? Target { get; init; }
    public string? TargetPeriod { get; init; }
    public string? Note { get; init; }
    public int Position { get; init; }
    public string Mark { get; init; } = "";
    public string? NumeratorMark { get; init; }
    public string? SourceLines { get; init; }

    internal override string Order => $"{Position:D6} {IndicatorCode} {MeasurementId}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select m.Id as MeasurementId, i.Code as IndicatorCode, m.DefinitionNo, i.InitiativeId, i.CommonIndicatorCode, d.Name, d.ContentLanguage, d.Kind, d.Unit,
               d.Population, d.OverlapRule, d.Funder, d.AlsoReportedIn, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.Sex, m.AgeBand,
               m.PopulationGroup, m.Place, m.State, m.Value, m.Numerator, m.Denominator, m.DistinctValue, m.PrintedPercent, m.Rung, m.Reached,
               d.Baseline, b.Mark as BaselineMark, d.Target, d.TargetPeriod, coalesce(m.Note, d.Note) as Note, i.Position, m.Mark,
               n.Mark as NumeratorMark, m.SourceLines
          from Measurement m
          join Indicator i on i.Country = @Country and i.Id = m.IndicatorId
          join IndicatorDefinition d on d.Country = @Country and d.IndicatorId = m.IndicatorId and d.DefinitionNo = m.DefinitionNo
          left join ValueMark n on n.Country = @Country and n.Subject = 'Measurement' and n.SubjectId = m.Id and n.Field = 'Numerator'
          left join ValueMark b on b.Country = @Country and b.Subject = 'Indicator' and b.SubjectId = i.Id and b.Field = 'Baseline'
         where m.Country = @Country and m.RetiredAt is null and i.RetiredAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenMeasurement (Country, SnapshotNo, MeasurementId, IndicatorCode, DefinitionNo, InitiativeId, CommonIndicatorCode, Name, ContentLanguage, Kind,
               Unit, Population, OverlapRule, Funder, AlsoReportedIn, PeriodText, PeriodStart, PeriodEnd, Sex, AgeBand, PopulationGroup, Place, State,
               Value, Numerator, Denominator, DistinctValue, PrintedPercent, Rung, Reached, Baseline, BaselineMark, Target, TargetPeriod, Note,
               Position, Mark, NumeratorMark, SourceLines)
        values (@Country, @SnapshotNo, @MeasurementId, @IndicatorCode, @DefinitionNo, @InitiativeId, @CommonIndicatorCode, @Name, @ContentLanguage, @Kind,
               @Unit, @Population, @OverlapRule, @Funder, @AlsoReportedIn, @PeriodText, @PeriodStart, @PeriodEnd, @Sex, @AgeBand, @PopulationGroup,
               @Place, @State, @Value, @Numerator, @Denominator, @DistinctValue, @PrintedPercent, @Rung, @Reached, @Baseline, @BaselineMark, @Target,
               @TargetPeriod, @Note, @Position, @Mark, @NumeratorMark, @SourceLines)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select MeasurementId, IndicatorCode, DefinitionNo, InitiativeId, CommonIndicatorCode, Name, ContentLanguage, Kind, Unit, Population, OverlapRule, Funder,
               AlsoReportedIn, PeriodText, PeriodStart, PeriodEnd, Sex, AgeBand, PopulationGroup, Place, State, Value, Numerator, Denominator,
               DistinctValue, PrintedPercent, Rung, Reached, Baseline, BaselineMark, Target, TargetPeriod, Note, Position, Mark, NumeratorMark,
               SourceLines
          from FrozenMeasurement
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}

/// <summary>A step of the ladder on which a frozen value stands.</summary>
public sealed record FrozenStep : FrozenRow
{
    public Guid MeasurementId { get; init; }
    public int Position { get; init; }
    public string Name { get; init; } = "";

    internal override string Order => $"{MeasurementId} {Position:D6}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select m.Id as MeasurementId, s.Position, s.Name
          from Measurement m
          join Indicator i on i.Country = @Country and i.Id = m.IndicatorId
          join IndicatorStep s on s.Country = @Country and s.IndicatorId = m.IndicatorId and s.DefinitionNo = m.DefinitionNo
         where m.Country = @Country and m.RetiredAt is null and i.RetiredAt is null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenStep (Country, SnapshotNo, MeasurementId, Position, Name) values (@Country, @SnapshotNo, @MeasurementId, @Position, @Name)
        """);

    public static readonly CountrySql Kept = CountrySql.Of(
        "select MeasurementId, Position, Name from FrozenStep where Country = @Country and SnapshotNo = @SnapshotNo");
}

/// <summary>One part of an answer to a common indicator, as it was accepted.</summary>
public sealed record FrozenCommonAnswer : FrozenRow
{
    public string CommonIndicatorCode { get; init; } = "";
    public int PartNo { get; init; }
    public decimal? Value { get; init; }
    public string? Unit { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Rung { get; init; }
    public string? RungsNotApplicable { get; init; }
    public bool? Reached { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>The version of the definition that was answered; null is the first, as in what was frozen before there were versions.</summary>
    public int? DefinitionVersion { get; init; }
    public string? Text { get; init; }
    public string State { get; init; } = "";
    public string Mark { get; init; } = "";

    internal override string Order => $"{CommonIndicatorCode} {PartNo:D6}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select CommonIndicatorCode, PartNo, Value, Unit, Numerator, Denominator, Rung, RungsNotApplicable, Reached, PeriodText, PeriodStart, PeriodEnd,
               DefinitionVersion, Text, State, Mark
          from CommonIndicatorAnswer
         where Country = @Country
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenCommonAnswer (Country, SnapshotNo, CommonIndicatorCode, PartNo, Value, Unit, Numerator, Denominator, Rung, RungsNotApplicable,
               Reached, PeriodText, PeriodStart, PeriodEnd, DefinitionVersion, Text, State, Mark)
        values (@Country, @SnapshotNo, @CommonIndicatorCode, @PartNo, @Value, @Unit, @Numerator, @Denominator, @Rung, @RungsNotApplicable,
               @Reached, @PeriodText, @PeriodStart, @PeriodEnd, @DefinitionVersion, @Text, @State, @Mark)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select CommonIndicatorCode, PartNo, Value, Unit, Numerator, Denominator, Rung, RungsNotApplicable, Reached, PeriodText, PeriodStart, PeriodEnd,
               DefinitionVersion, Text, State, Mark
          from FrozenCommonAnswer
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}

/// <summary>An answer to an item of a regional checklist, as it was accepted.</summary>
public sealed record FrozenChecklistAnswer : FrozenRow
{
    public Guid AnswerId { get; init; }
    public string ChecklistCode { get; init; } = "";
    public int ItemNo { get; init; }
    public string Answer { get; init; } = "";
    public string? Note { get; init; }
    public string? ContentLanguage { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public string Mark { get; init; } = "";

    internal override string Order => $"{ChecklistCode} {ItemNo:D6}";

    public static readonly CountrySql Living = CountrySql.Of(
        "select Id as AnswerId, ChecklistCode, ItemNo, Answer, Note, ContentLanguage, AnsweredOn, Mark from ChecklistAnswer where Country = @Country");

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenChecklistAnswer (Country, SnapshotNo, AnswerId, ChecklistCode, ItemNo, Answer, Note, ContentLanguage, AnsweredOn, Mark)
        values (@Country, @SnapshotNo, @AnswerId, @ChecklistCode, @ItemNo, @Answer, @Note, @ContentLanguage, @AnsweredOn, @Mark)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select AnswerId, ChecklistCode, ItemNo, Answer, Note, ContentLanguage, AnsweredOn, Mark
          from FrozenChecklistAnswer
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);
}
