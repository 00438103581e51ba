using Monitoring.Data;

namespace Monitoring.Web.Translations;

/// <summary>The translations of what belongs to the country as a whole: rows like those of initiatives, in a table and with a right of their own.</summary>
public static class CountryTranslations
{
    private const string Columns = """
        select t.Id, coalesce(c.Code, k.Code, s.Code, e.HappenedText, case when a.Id is null then null else concat(a.ChecklistCode, '.', a.ItemNo) end) as Code, t.Subject, t.SubjectId, t.Field, t.Language, t.Text, t.HowMade,
               t.SourceText, coalesce(m.Mark, t.Mark) as Mark, t.Version, t.ChangedAt, t.ChangedBy,
               (select max(l.HappenedAt)
                  from FieldChange f
                  join AuditLink l on l.Country = f.Country and l.LinkNo = f.LinkNo
                 where f.Country = @Country and f.Subject = t.Subject and f.SubjectId = t.SubjectId and f.Field = t.Field) as OriginalChangedAt
          from CountryTranslation t
          left join Commitment c on c.Country = t.Country and c.Id = t.SubjectId
          left join Indicator k on k.Country = t.Country and k.Id = t.SubjectId
          left join CountryStatement s on s.Country = t.Country and s.Id = t.SubjectId
          left join TimelineEvent e on e.Country = t.Country and e.Id = t.SubjectId
          left join ChecklistAnswer a on a.Country = t.Country and a.Id = t.SubjectId
          left join ValueMark m on m.Country = t.Country and m.Subject = 'CountryTranslation' and m.SubjectId = t.Id and m.Field = 'Text'
        """;

    public static readonly CountrySql All = CountrySql.Of($"""
        {Columns}
         where t.Country = @Country
        """);

    /// <summary>By <c>@Id</c>.</summary>
    public static readonly CountrySql One = CountrySql.Of($"""
        {Columns}
         where t.Country = @Country and t.Id = @Id
        """);

    /// <summary>Of one <c>@Subject</c>: all commitments, all indicators.</summary>
    public static readonly CountrySql OfSubject = CountrySql.Of($"""
        {Columns}
         where t.Country = @Country and t.Subject = @Subject
        """);

    /// <summary>Of one text and its fields, by <c>@SubjectId</c>.</summary>
    public static readonly CountrySql OfOne = CountrySql.Of($"""
        {Columns}
         where t.Country = @Country and t.SubjectId = @SubjectId
        """);

    /// <summary>Of the commitments that an initiative delivers and of the indicators that measure it, by <c>@InitiativeId</c>.</summary>
    public static readonly CountrySql OnFactSheet = CountrySql.Of($"""
        {Columns}
         where t.Country = @Country
           and (exists (select 1 from CommitmentInitiative d where d.Country = @Country and d.CommitmentId = t.SubjectId and d.InitiativeId = @InitiativeId)
                or k.InitiativeId = @InitiativeId)
        """);

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into CountryTranslation (Country, Id, Subject, SubjectId, Field, Language, Text, HowMade, SourceText, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @Subject, @SubjectId, @Field, @Language, @Text, @HowMade, @SourceText, 'Reported', 1, @Now, @Person)
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update CountryTranslation
           set Text = @Text, HowMade = @HowMade, SourceText = @SourceText, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version and SubjectId = @SubjectId and Field = @Field and Language = @Language
        """);

    /// <summary>In which language a country writes.</summary>
    public static readonly CountrySql Languages = CountrySql.Of("""
        select i.ContentLanguage from Initiative i where i.Country = @Country and i.ArchivedAt is null group by i.ContentLanguage order by count(*) desc, i.ContentLanguage desc
        """);

    /// <summary>What a reader of a page is shown of the texts of one kind: commitments, indicators.</summary>
    /// <param name="db">Of the country.</param>
    /// <param name="subject">The table of the originals.</param>
    /// <param name="ct">Ends the reading.</param>
    internal static async Task<Narratives> OfAsync(CountryDb db, string subject, CancellationToken ct) =>
        Narratives.ForReader(await db.ListAsync<TranslationRow>(OfSubject, new { Subject = subject }, ct));

    /// <summary>The language of a text that is new: that of most initiatives; null where there are none yet.</summary>
    internal static async Task<string?> UsualAsync(CountryDb db, CancellationToken ct) => await db.ListAsync<string>(Languages, null, ct) is [var most, ..] ? most : null;
}
