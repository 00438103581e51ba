using Monitoring.Data;

namespace Monitoring.Web.Indicators;

/// <summary>An indicator with its definition as it is now.</summary>
public sealed record IndicatorRow : Row, IMarked
{
    public string Code { get; init; } = "";
    public Guid? InitiativeId { get; init; }
    public string? InitiativeCode { get; init; }
    public string? CommonIndicatorCode { get; init; }

    /// <summary>The number of the definition.</summary>
    public int CurrentDefinition { get; init; }
    public string Name { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }

    /// <summary>By what its values are asked for; what was reported otherwise stays.</summary>
    public bool BySex { get; init; }
    public bool ByAge { get; init; }
    public bool ByGroup { get; init; }
    public OverlapRule OverlapRule { get; init; }
    public string? Funder { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Target { get; init; }
    public string? TargetPeriod { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public string? Note { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>The steps of a ladder, one a line; not read with the row, see <see cref="With"/>.</summary>
    public string? StepLines { get; init; }

    public IndicatorRow With(IReadOnlyList<string> steps) => steps.Count == 0 ? this : this with { StepLines = string.Join('\n', steps) };

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select k.Id, k.Code, k.InitiativeId, i.Code as InitiativeCode, k.CommonIndicatorCode, k.CurrentDefinition, d.Name, d.ContentLanguage, d.Kind, d.Unit, d.Population,
               d.BySex, d.ByAge, d.ByGroup, d.OverlapRule, d.Funder, d.Baseline, d.Target, d.TargetPeriod, d.Minimum, d.Maximum, d.Note, k.Mark, k.SourceLines, k.RetiredAt,
               k.Version, k.ChangedAt, k.ChangedBy
          from Indicator k
          join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = k.CurrentDefinition
          left join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
         where k.Country = @Country and k.Id = @Id
        """);

    public static readonly CountrySql ByCode = CountrySql.Of("""
        select k.Id, k.Code, k.InitiativeId, i.Code as InitiativeCode, k.CommonIndicatorCode, k.CurrentDefinition, d.Name, d.ContentLanguage, d.Kind, d.Unit, d.Population,
               d.BySex, d.ByAge, d.ByGroup, d.OverlapRule, d.Funder, d.Baseline, d.Target, d.TargetPeriod, d.Minimum, d.Maximum, d.Note, k.Mark, k.SourceLines, k.RetiredAt,
               k.Version, k.ChangedAt, k.ChangedBy
          from Indicator k
          join IndicatorDefinition d on d.Country = k.Country and d.IndicatorId = k.Id and d.DefinitionNo = k.CurrentDefinition
          left join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
         where k.Country = @Country and k.Code = @Code
        """);
}

/// <summary>One version of a definition. It never changes; a change is the next.</summary>
public sealed record DefinitionRow
{
    public int DefinitionNo { get; init; }
    public string Name { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Population { get; init; }
    public bool BySex { get; init; }
    public bool ByAge { get; init; }
    public bool ByGroup { get; init; }
    public OverlapRule OverlapRule { get; init; }
    public int ValueCount { get; init; }

    /// <summary>The steps of a ladder, one a line; read beside the row.</summary>
    public string? StepLines { get; init; }
}

/// <summary>A step of the ladder of one version.</summary>
public sealed record StepRow
{
    public int DefinitionNo { get; init; }
    public string Name { get; init; } = "";
}

/// <summary>One value: a period and a cell of its disaggregation.</summary>
public sealed record MeasurementRow : Row, IMarked
{
    public Guid IndicatorId { get; init; }
    public int DefinitionNo { get; init; }
    public string? PeriodText { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public Sex Sex { get; init; }
    public string AgeBand { get; init; } = CellKey.All;
    public string PopulationGroup { get; init; } = CellKey.All;
    public string Place { get; init; } = CellKey.All;
    public ValueState State { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? DistinctValue { get; init; }
    public decimal? PrintedPercent { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>The accepted report that holds this value: from then on a change is a restatement.</summary>
    public string? FrozenIn { get; init; }
    public string? FrozenBy { get; init; }
    public DateTime? FrozenAt { get; init; }

    /// <summary>Something was reported. A part without its whole is not yet a value.</summary>
    public bool HasValue => State is ValueState.Reported && ((Value ?? Numerator) is not null || Rung is not null || Reached is not null);

    public CellKey Cell => new(Sex, AgeBand, PopulationGroup);

    public ReportPeriod Period => new(PeriodText, PeriodStart, PeriodEnd);

    /// <summary>Those of some versions of the definition, of the newest of these first.</summary>
    public static IReadOnlyList<MeasurementRow> Newest(IEnumerable<MeasurementRow> rows, IReadOnlySet<int> versions) =>
        [.. rows.Where(m => versions.Contains(m.DefinitionNo)).OrderByDescending(m => m.DefinitionNo)];

    /// <summary>All values of an indicator, of every version and also what was taken out: that cell may be filled again.</summary>
    public static readonly CountrySql OfIndicator = CountrySql.Of("""
        select m.Id, m.IndicatorId, m.DefinitionNo, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.State,
               m.Value, m.Numerator, m.Denominator, m.DistinctValue, m.PrintedPercent, m.Rung, m.Reached, m.Mark, m.SourceLines, m.RetiredAt,
               s.CycleCode as FrozenIn, s.AcceptedBy as FrozenBy, s.AcceptedAt as FrozenAt, m.Version, m.ChangedAt, m.ChangedBy
          from Measurement m
          left join Snapshot s on s.Country = m.Country and s.SnapshotNo = (
               select max(f.SnapshotNo) from FrozenMeasurement f where f.Country = @Country and f.MeasurementId = m.Id)
         where m.Country = @Country and m.IndicatorId = @Id and m.Place = 'All'
         order by m.PeriodStart, m.PeriodText
        """);
}

/// <summary>A cycle of the region, with the acceptance of this country's report where that has happened.</summary>
public sealed record CycleRow
{
    public string Code { get; init; } = "";
    public DateOnly StartsOn { get; init; }
    public DateOnly EndsOn { get; init; }
    public string? AcceptedBy { get; init; }
    public DateTime? AcceptedAt { get; init; }

    public ReportPeriod Period => new(Code, StartsOn, EndsOn);

    public static readonly CountrySql All = CountrySql.Of("""
        select c.Code, c.StartsOn, c.EndsOn, r.ChangedBy as AcceptedBy, r.StateSince as AcceptedAt
          from ReportingCycle c
          left join CountryReport r on r.Country = @Country and r.CycleCode = c.Code and (r.State in ('Accepted', 'Published')
               or exists (select 1 from Snapshot k where k.Country = @Country and k.CycleCode = r.CycleCode))
         order by c.StartsOn
        """);
}
