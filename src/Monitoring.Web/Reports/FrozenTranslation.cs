using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Reports;

/// <summary>
/// A translation as it was accepted. One that says an earlier original is not frozen: readers of the snapshot get the original, as
/// readers of the country do.
/// </summary>
public sealed record FrozenTranslation : FrozenRow
{
    public Guid TranslationId { get; init; }
    public Guid InitiativeId { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";
    public string HowMade { get; init; } = "";
    public string Mark { get; init; } = "";

    internal override string Order => $"{InitiativeId} {SubjectId} {Field} {Language}";

    public static readonly CountrySql Living = CountrySql.Of("""
        select t.Id as TranslationId, t.InitiativeId, t.Subject, t.SubjectId, t.Field, t.Language, t.Text, t.HowMade, coalesce(m.Mark, t.Mark) as Mark
          from living_text x
          join Translation t on t.Country = @Country and t.SubjectId = x.SubjectId and t.Field = x.Field and t.Language <> x.Language
          left join ValueMark m on m.Country = @Country and m.Subject = 'Translation' and m.SubjectId = t.Id and m.Field = 'Text'
         where x.Country = @Country and t.Text is not null
        """);

    public static readonly CountrySql Keep = CountrySql.Of("""
        insert into FrozenTranslation (Country, SnapshotNo, TranslationId, InitiativeId, Subject, SubjectId, Field, Language, Text, HowMade, Mark)
        values (@Country, @SnapshotNo, @TranslationId, @InitiativeId, @Subject, @SubjectId, @Field, @Language, @Text, @HowMade, @Mark)
        """);

    public static readonly CountrySql Kept = CountrySql.Of("""
        select TranslationId, InitiativeId, Subject, SubjectId, Field, Language, Text, HowMade, Mark
          from FrozenTranslation
         where Country = @Country and SnapshotNo = @SnapshotNo
        """);

    // To the letter, which is no business of a database whose letters may be equal without being the same.
    internal static async Task<IReadOnlyList<FrozenTranslation>> CurrentOnlyAsync(CountryDb db, IReadOnlyList<FrozenTranslation> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return rows;
        var current = await CurrentAsync(db, ct);
        return [.. rows.Where(r => current.Contains((r.SubjectId, r.Field)))];
    }

    internal static async Task<HashSet<(Guid, string)>> CurrentAsync(CountryDb db, CancellationToken ct) => (await db.ListAsync<TextState>(ListTranslationProgress.Begun, null, ct))
        .Where(t => t.State is TranslationState.Current).Select(t => (t.SubjectId, t.Field)).ToHashSet();
}
