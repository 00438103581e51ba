using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>A result that says what another result or next step says already: the other one counts.</summary>
public static class SameFact
{
    /// <summary>Points at itself, at nothing, or at something that itself points on: each would make a count unclear.</summary>
    public static async Task<Problem?> ProblemAsync(CountryDb db, ResultDraft draft, CancellationToken ct)
    {
        if (draft.DuplicateOf is null) return null;
        var facts = await db.ListAsync<Fact>(OfCode, draft, ct);
        if (facts.Count != 1 || facts[0].Id == draft.Id) return new Problem(nameof(draft.DuplicateOf), "NoSuchFact", draft.DuplicateOf);
        if (facts[0].PointsOn || await db.OneAsync<int>(PointAtIt, draft, ct) > 0) return new Problem(nameof(draft.DuplicateOf), "FactPointsOn", draft.DuplicateOf);
        return null;
    }

    public static readonly CountrySql OfCode = CountrySql.Of("""
        select r.Id, case when r.DuplicateOfResultId is null and r.DuplicateOfNextStepId is null then 0 else 1 end as PointsOn
          from Result r
         where r.Country = @Country and r.Code = @DuplicateOf and r.RetiredAt is null
        union all
        select s.Id, 0 as PointsOn
          from NextStep s
         where s.Country = @Country and s.Code = @DuplicateOf and s.RetiredAt is null
        """);

    public static readonly CountrySql PointAtIt = CountrySql.Of(
        "select count(*) from Result where Country = @Country and DuplicateOfResultId = @Id and RetiredAt is null");

    private sealed record Fact
    {
        public Guid Id { get; init; }
        public bool PointsOn { get; init; }
    }
}
