using Monitoring.Data;

namespace Monitoring.Web.Reports;

/// <summary>
/// The translation of a text of the country as a whole, as it was accepted. It keeps the original that it says: values of one indicator
/// can stand under several of its names, and a reader is shown the translation only beside the one that it says.
/// </summary>
public sealed record FrozenCountryTranslation : FrozenRow
{
    public Guid TranslationId { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }

    /// <summary>Of an indicator: its frozen values know it by that.</summary>
    public string? Code { get; init; }
    public string Field { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";
    public string SourceText { get; init; } = "";
    public string HowMade { get; init; } = "";
    public string Mark { get; init; } = "";

    internal override string Order => $"{Subject} {SubjectId} {Field} {Language}";

    // Of what acceptance freezes: no note on the status of a commitment, no indicator without a value.
    public static readonly CountrySql Living = CountrySql.Of("""
        select t.Id as TranslationId, t.Subject, t.SubjectId, k.Code, t.Field, t.Language, t.Text, t.SourceText, t.HowMade, coalesce(m.Mark, t.Mark) as Mark
          from living_text x
          join CountryTranslation t on t.Country = @Country and t.SubjectId = x.SubjectId and t.Field = x.Field and t.Language <> x.Language
          left join Indicator k on k.Country = @Country and k.Id = t.SubjectId
          left join ValueMark m on m.Country = @Country and m.Subject = 'CountryTranslation' and m.SubjectId = t.Id and m.Field = 'Text'
         where x.Country = @Country and t.Text is not null and x.Field <> 'StatusNote'
           and (k.Id is null or exists (select 1 from Measurement v where v.Country = @Country and v.IndicatorId = k.Id and v.RetiredAt is null))
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenCountryTranslation (Country, SnapshotNo, TranslationId, Subject, SubjectId, Code, Field, Language, Text, SourceText, HowMade, Mark)
        values (@Country, @SnapshotNo, @TranslationId, @Subject, @SubjectId, @Code, @Field, @Language, @Text, @SourceText, @HowMade, @Mark)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select TranslationId, Subject, SubjectId, Code, Field, Language, Text, SourceText, HowMade, Mark
          from FrozenCountryTranslation
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);

    // To the letter, which is no business of a database whose letters may be equal without being the same.
    internal static async Task<IReadOnlyList<FrozenCountryTranslation>> CurrentOnlyAsync(CountryDb db, IReadOnlyList<FrozenCountryTranslation> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return rows;
        var current = await FrozenTranslation.CurrentAsync(db, ct);
        return [.. rows.Where(r => current.Contains((r.SubjectId, r.Field)))];
    }
}
