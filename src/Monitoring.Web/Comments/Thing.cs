using Monitoring.Data;
using Monitoring.Web.Checklists;

namespace Monitoring.Web.Comments;

/// <summary>What is commented on, or shown by evidence. Its right is that of the initiative it hangs on, or of the country.</summary>
/// <param name="Subject">The table.</param>
/// <param name="Id">The row.</param>
/// <param name="InitiativeId">The initiative that it hangs on, or null.</param>
/// <param name="Place">The page behind the country, with the part of it: <c>initiatives/HN-MAHE#result-HN-MAHE-R1</c>.</param>
/// <param name="Label">What a person calls it.</param>
public sealed record Thing(string Subject, Guid Id, Guid? InitiativeId, string Place, string Label)
{
    /// <summary>Is it in the country, and does it hang on the initiative that it names? The right was asked for that one.</summary>
    public async Task<bool> IsThereAsync(CountryDb db, CancellationToken ct) => Subject switch
    {
        "Initiative" => Id == InitiativeId && await db.OneAsync<int>(InitiativeIs, this, ct) == 1,
        "Result" => await db.OneAsync<int>(ResultIs, this, ct) == 1,
        "NextStep" => await db.OneAsync<int>(NextStepIs, this, ct) == 1,
        "Measurement" => await db.OneAsync<int>(InitiativeId is null ? CountryValueIs : ValueIs, this, ct) == 1,
        "Commitment" => InitiativeId is null && await db.OneAsync<int>(CommitmentIs, this, ct) == 1,
        "ChecklistAnswer" => InitiativeId is null && (await db.OneAsync<int>(AnswerIs, this, ct) == 1
            // Or the item of which it will be the answer.
            || (await db.ListAsync<ItemKey>(Items, null, ct)).Any(i => AnswerRules.IdOf(i.ChecklistCode, i.ItemNo) == Id)),
        _ => false,
    };

    private sealed record ItemKey
    {
        public string ChecklistCode { get; init; } = "";
        public int ItemNo { get; init; }
    }

    public static readonly CountrySql InitiativeIs = CountrySql.Of("select count(*) from Initiative where Country = @Country and Id = @Id");

    public static readonly CountrySql ResultIs = CountrySql.Of("select count(*) from Result where Country = @Country and Id = @Id and InitiativeId = @InitiativeId");

    public static readonly CountrySql NextStepIs = CountrySql.Of("select count(*) from NextStep where Country = @Country and Id = @Id and InitiativeId = @InitiativeId");

    public static readonly CountrySql ValueIs = CountrySql.Of("""
        select count(*)
          from Measurement m
          join Indicator i on i.Country = m.Country and i.Id = m.IndicatorId
         where m.Country = @Country and m.Id = @Id and m.RetiredAt is null and i.InitiativeId = @InitiativeId
        """);

    public static readonly CountrySql CountryValueIs = CountrySql.Of("""
        select count(*)
          from Measurement m
          join Indicator i on i.Country = m.Country and i.Id = m.IndicatorId
         where m.Country = @Country and m.Id = @Id and m.RetiredAt is null and i.InitiativeId is null
        """);

    public static readonly CountrySql CommitmentIs = CountrySql.Of("select count(*) from Commitment where Country = @Country and Id = @Id and RetiredAt is null");

    public static readonly CountrySql AnswerIs = CountrySql.Of("select count(*) from ChecklistAnswer where Country = @Country and Id = @Id");

    public static readonly CountrySql Items = CountrySql.Of("select ChecklistCode, ItemNo from ChecklistItem");
}
