using Monitoring.Data;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Reports;

/// <summary>A value as the rules look at it, the values of one indicator in the order of their periods.</summary>
public sealed record ValueFact
{
    public Guid IndicatorId { get; init; }
    public string Code { get; init; } = "";
    public ValueState State { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public string Part { get; init; } = "";
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Rung { get; init; }
    public bool? Reached { get; init; }

    /// <summary>What the definition plans: with that and no value it is a plan, and nothing is missing.</summary>
    public decimal? Target { get; init; }
    public Mark Mark { get; init; }
}

public sealed record CodeFact
{
    public string Code { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Text { get; init; } = "";
}

/// <summary>What the findings follow from.</summary>
public sealed record FindingFacts
{
    public required IReadOnlyList<InitiativeFacts> Initiatives { get; init; }
    public required IReadOnlyList<ValueFact> Values { get; init; }
    public required IReadOnlyList<CodeFact> Others { get; init; }
    public required IReadOnlyList<CodeFact> Texts { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>What stops a report; a correction of single things is not stopped by the rest, which is not part of it.</summary>
    public static async Task<int> BlockingAsync(CountryDb db, IReadOnlyList<Reopening> reopenings, DateOnly today, CancellationToken ct) =>
        ReopeningRules.Items(reopenings) is null ? FindingRules.Blocking(await ReadAsync(db, today, ct)) : 0;

    public static async Task<FindingFacts> ReadAsync(CountryDb db, DateOnly today, CancellationToken ct) => new()
    {
        Initiatives = await db.ListAsync<InitiativeFacts>(InitiativeFacts.All.OrderBy(ListInitiatives.Sort.Parse("place")), null, ct),
        Values = await db.ListAsync<ValueFact>(OfValues, null, ct),
        Others = await db.ListAsync<CodeFact>(OfOthers, null, ct),
        Texts = await db.ListAsync<CodeFact>(OfTexts, null, ct),
        Today = today,
    };

    public static readonly CountrySql OfValues = CountrySql.Of("""
        select m.IndicatorId, i.Code, m.State, m.PeriodEnd, concat(m.Sex, '/', m.AgeBand, '/', m.PopulationGroup, '/', m.Place) as Part, m.Value,
               m.Numerator, m.Denominator, m.Rung, m.Reached, d.Target, m.Mark
          from Measurement m
          join Indicator i on i.Country = @Country and i.Id = m.IndicatorId
          join IndicatorDefinition d on d.Country = @Country and d.IndicatorId = m.IndicatorId and d.DefinitionNo = m.DefinitionNo
         where m.Country = @Country and m.RetiredAt is null and i.RetiredAt is null
         order by i.Code, m.PeriodEnd
        """);

    public static readonly CountrySql OfOthers = CountrySql.Of("""
        select c.Code, 'CommitmentStatusMissing' as Kind, c.Statement as Text
          from Commitment c
         where c.Country = @Country and c.RetiredAt is null and c.Status = 'NotReported'
        union all
        select i.Code, 'DisbursedOverCommitted' as Kind, i.Code as Text
          from BudgetLine b
          join Initiative i on i.Country = @Country and i.Id = b.InitiativeId
         where b.Country = @Country and b.RetiredAt is null and b.DisbursedMinor > b.CommittedMinor
        union all
        select i.Code, 'Illustrative' as Kind, i.Code as Text
          from BudgetLine b
          join Initiative i on i.Country = @Country and i.Id = b.InitiativeId
         where b.Country = @Country and b.RetiredAt is null and b.Mark = 'Illustrative'
        union all
        select i.Code, 'Illustrative' as Kind, i.Code as Text
          from NextStep n
          join Initiative i on i.Country = @Country and i.Id = n.InitiativeId
         where n.Country = @Country and n.RetiredAt is null and n.DueMark = 'Illustrative'
        """);

    public static readonly CountrySql OfTexts = CountrySql.Of("""
        select r.Code, 'Result' as Kind, r.Text
          from Result r
         where r.Country = @Country and r.RetiredAt is null and r.Mark = 'Reported'
        union all
        select n.Code, 'NextStep' as Kind, n.Text
          from NextStep n
         where n.Country = @Country and n.RetiredAt is null and n.Mark = 'Reported'
        """);
}
