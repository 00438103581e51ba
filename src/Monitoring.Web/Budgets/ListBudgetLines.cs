using Monitoring.Data;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Budgets;

/// <summary>How many initiatives report an amount at all; an illustrative one is no report.</summary>
public sealed record BudgetCoverage
{
    public int Initiatives { get; init; }
    public int WithAmounts { get; init; }
}

/// <summary>Whose a new line may be: an initiative or a commitment.</summary>
public sealed record BudgetOwner
{
    public Guid Id { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string ContentLanguage { get; init; } = "";
    public bool IsCommitment { get; init; }

    /// <summary>The title in the other language, and the title that it says.</summary>
    public string? Translation { get; init; }
    public string? Translated { get; init; }

    public Narrative Shown => Narratives.InList(Title, ContentLanguage, Translation, Translated);
}

/// <summary>A country's lines, of how many initiatives they speak, the marks of single amounts, the rates, and what the person may do.</summary>
public sealed record Budget(IReadOnlyList<BudgetLineRow> Lines, BudgetCoverage Coverage, FieldMarks Marks, IReadOnlyList<RateRow> Rates,
    IReadOnlyList<BudgetOwner> Owners)
{
    /// <summary>A line may be changed by whoever may add one for the same owner.</summary>
    public bool MayEdit(BudgetLineRow line) => Owners.Any(o => o.Id == (line.InitiativeId ?? line.CommitmentId));
}

public sealed class ListBudgetLines(Gate gate)
{
    public async Task<Budget> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        var owners = await db.ListAsync<BudgetOwner>(Owners, null, ct);
        var mayCountry = await gate.MayAsync(May.EditCountry, country, ct: ct);
        var editable = await gate.EditableAsync(country, owners.Where(o => !o.IsCommitment).Select(o => o.Id), ct);
        return new Budget(await db.ListAsync<BudgetLineRow>(All, null, ct), await db.OneAsync<BudgetCoverage>(Coverage, null, ct) ?? new BudgetCoverage(),
            new FieldMarks(await db.ListAsync<ValueMarkRow>(Marks, null, ct)), await db.ListAsync<RateRow>(RateRow.All, null, ct),
            [.. owners.Where(o => o.IsCommitment ? mayCountry : editable.Contains(o.Id))]);
    }

    public static readonly CountrySql All = CountrySql.Of("""
        select b.Id, b.InitiativeId, b.CommitmentId, i.Code as InitiativeCode, c.Code as CommitmentCode, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor,
               b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor, b.Note, b.Mark, b.SourceLines, s.CycleCode as FrozenIn, b.Version,
               b.ChangedAt, b.ChangedBy
          from BudgetLine b
          left join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId
          left join Commitment c on c.Country = b.Country and c.Id = b.CommitmentId
          left join Snapshot s on s.Country = b.Country and s.SnapshotNo = (
               select max(f.SnapshotNo) from FrozenBudgetLine f where f.Country = @Country and f.BudgetLineId = b.Id)
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

    public static readonly CountrySql Owners = CountrySql.Of("""
        select i.Id, i.Code, i.Title, i.ContentLanguage, 0 as IsCommitment, t.Text as Translation, t.SourceText as Translated
          from Initiative i
          left join Translation t on t.Country = i.Country and t.SubjectId = i.Id and t.Field = 'Title' and t.Language <> i.ContentLanguage
         where i.Country = @Country and i.ArchivedAt is null
        union all
        select c.Id, c.Code, c.Statement as Title, c.ContentLanguage, 1 as IsCommitment, u.Text as Translation, u.SourceText as Translated
          from Commitment c
          left join CountryTranslation u on u.Country = c.Country and u.SubjectId = c.Id and u.Field = 'Statement' and u.Language <> c.ContentLanguage
         where c.Country = @Country and c.RetiredAt is null
         order by IsCommitment, Code
        """);

    public static readonly CountrySql Marks = CountrySql.Of(
        "select SubjectId, Field, Mark, Note from ValueMark where Country = @Country and Subject = 'BudgetLine'");
}
