using Monitoring.Data;

namespace Monitoring.Web.Budgets;

/// <summary>Money of one initiative or commitment, year and funder, in minor units; null is "not reported".</summary>
public sealed record BudgetLineRow : Row, IMarked
{
    public string? InitiativeCode { get; init; }
    public string? CommitmentCode { get; init; }
    public int FiscalYear { get; init; }
    public string? Funder { get; init; }
    public string Currency { get; init; } = "";
    public long? RequiredMinor { get; init; }
    public long? NationalMinor { get; init; }
    public long? PledgedMinor { get; init; }
    public long? CommittedMinor { get; init; }
    public long? DisbursedMinor { get; init; }
    public string? Note { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

/// <summary>How many initiatives report an amount at all; an illustrative one is no report.</summary>
public sealed record BudgetCoverage
{
    public int Initiatives { get; init; }
    public int WithAmounts { get; init; }
}

/// <summary>A country's lines, and of how many initiatives they speak.</summary>
public sealed record Budget(IReadOnlyList<BudgetLineRow> Lines, BudgetCoverage Coverage);

public sealed class ListBudgetLines(Gate gate)
{
    public async Task<Budget> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return new Budget(await db.ListAsync<BudgetLineRow>(All, null, ct), await db.OneAsync<BudgetCoverage>(Coverage, null, ct) ?? new BudgetCoverage());
    }

    public static readonly CountrySql All = CountrySql.Of("""
        select b.Id, i.Code as InitiativeCode, c.Code as CommitmentCode, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor,
               b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor, b.Note, b.Mark, b.SourceLines, b.Version, b.ChangedAt, b.ChangedBy
          from BudgetLine b
          left join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId
          left join Commitment c on c.Country = b.Country and c.Id = b.CommitmentId
         where b.Country = @Country and b.RetiredAt is null
         order by b.FiscalYear desc, i.Code, c.Code, b.Funder
        """);

    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select b.Id, i.Code as InitiativeCode, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor,
               b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor, b.Note, b.Mark, b.SourceLines, b.Version, b.ChangedAt, b.ChangedBy
          from BudgetLine b
          join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId
         where b.Country = @Country and b.InitiativeId = @InitiativeId and b.RetiredAt is null
         order by b.FiscalYear desc, b.Funder
        """);

    public static readonly CountrySql Coverage = CountrySql.Of("""
        with Counted as (
            select i.Id,
                   case when exists (
                       select 1 from BudgetLine b
                        where b.Country = @Country and b.InitiativeId = i.Id and b.RetiredAt is null and b.Mark <> 'Illustrative'
                          and coalesce(b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor) is not null)
                   then 1 else 0 end as HasAmount
              from Initiative i
             where i.Country = @Country and i.ArchivedAt is null)
        select count(*) as Initiatives, count(case when HasAmount = 1 then 1 end) as WithAmounts
          from Counted
        """);
}
