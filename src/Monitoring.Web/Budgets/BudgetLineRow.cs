using Monitoring.Data;

namespace Monitoring.Web.Budgets;

/// <summary>Money of one initiative or commitment, year and funder, in minor units; null is "not reported".</summary>
public sealed record BudgetLineRow : Row, IMarked
{
    public Guid? InitiativeId { get; init; }
    public Guid? CommitmentId { get; init; }
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
    public DateTime? RetiredAt { get; init; }

    /// <summary>The cycle of the accepted report that holds this line: from then on a change is a restatement.</summary>
    public string? FrozenIn { get; init; }

    /// <summary>What a person calls it: <c>MX-LAW 2021</c>.</summary>
    public string Label => $"{InitiativeCode ?? CommitmentCode} {FiscalYear}";

    /// <summary>By <c>@Id</c>, retired or not.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select b.Id, b.InitiativeId, b.CommitmentId, i.Code as InitiativeCode, c.Code as CommitmentCode, b.FiscalYear, b.Funder, b.Currency,
               b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor, b.DisbursedMinor, b.Note, b.Mark, b.SourceLines, b.RetiredAt,
               s.CycleCode as FrozenIn, b.Version, b.ChangedAt, b.ChangedBy
          from BudgetLine b
          left join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId
          left join Commitment c on c.Country = b.Country and c.Id = b.CommitmentId
          left join Snapshot s on s.Country = b.Country and s.SnapshotNo = (
               select max(f.SnapshotNo) from FrozenBudgetLine f where f.Country = @Country and f.BudgetLineId = b.Id)
         where b.Country = @Country and b.Id = @Id
        """);
}

/// <summary>What a person wants a budget line to be. Whose it is stands once it was added.</summary>
public sealed record BudgetLineDraft : Draft
{
    private Mark _mark = Mark.Reported;

    public Guid? InitiativeId { get; init; }
    public Guid? CommitmentId { get; init; }
    public int FiscalYear { get; init; }
    public string? Funder { get; init; }
    public string Currency { get; init; } = "USD";
    public long? RequiredMinor { get; init; }
    public long? NationalMinor { get; init; }
    public long? PledgedMinor { get; init; }
    public long? CommittedMinor { get; init; }
    public long? DisbursedMinor { get; init; }
    public string? Note { get; init; }

    /// <summary>Of the row: reported once every amount of it is.</summary>
    public Mark RowMark => _mark;

    public BudgetLineDraft As(Mark mark) => new(this) { _mark = mark };

    public IEnumerable<(string Field, long? Minor)> Amounts =>
    [
        (nameof(RequiredMinor), RequiredMinor), (nameof(NationalMinor), NationalMinor), (nameof(PledgedMinor), PledgedMinor),
        (nameof(CommittedMinor), CommittedMinor), (nameof(DisbursedMinor), DisbursedMinor),
    ];

    /// <summary>The same amounts in another currency's minor units; null where cents would be lost.</summary>
    public BudgetLineDraft? In(string currency)
    {
        var (from, to) = (MoneyRules.Decimals(Currency), MoneyRules.Decimals(currency));
        if (from > to && Amounts.Any(a => a.Minor % 100 > 0)) return null;
        long? Of(long? minor) => from == to ? minor : from > to ? minor / 100 : minor * 100;
        return this with
        {
            Currency = currency,
            RequiredMinor = Of(RequiredMinor),
            NationalMinor = Of(NationalMinor),
            PledgedMinor = Of(PledgedMinor),
            CommittedMinor = Of(CommittedMinor),
            DisbursedMinor = Of(DisbursedMinor),
        };
    }

    public static BudgetLineDraft Of(BudgetLineRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        InitiativeId = row.InitiativeId,
        CommitmentId = row.CommitmentId,
        FiscalYear = row.FiscalYear,
        Funder = row.Funder,
        Currency = row.Currency,
        RequiredMinor = row.RequiredMinor,
        NationalMinor = row.NationalMinor,
        PledgedMinor = row.PledgedMinor,
        CommittedMinor = row.CommittedMinor,
        DisbursedMinor = row.DisbursedMinor,
        Note = row.Note,
    };
}
