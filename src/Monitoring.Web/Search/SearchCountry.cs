using Monitoring.Data;
using Monitoring.Web.Comments;

namespace Monitoring.Web.Search;

/// <summary>What a found thing is, in the order in which they are shown.</summary>
public enum FoundKind { Initiative, Institution, Commitment, Indicator, Statement, Event, Result, NextStep, Item, Party, BudgetLine, Answer, Evidence, Comment }

/// <summary>Something with words in it.</summary>
public sealed record Found
{
    public FoundKind Kind { get; init; }

    /// <summary>Its code or name.</summary>
    public string Label { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>The code of the initiative that it hangs on.</summary>
    public string? InitiativeCode { get; init; }
    public string? Language { get; init; }

    /// <summary>The part of its page.</summary>
    public string? Part { get; init; }

    /// <summary>The row, where its place goes by that.</summary>
    public Guid? RowId { get; init; }

    /// <summary>The page behind the country and the part of it, where that is kept with it.</summary>
    public string? Place { get; init; }

    /// <summary>Of a translation: the text that it translates as it is now, and as it was then. Where they differ it is not found.</summary>
    public string? Original { get; init; }
    public string? SourceText { get; init; }

    public bool IsTranslation => SourceText is not null;

    public string Href(CountryCode country) => Kind switch
    {
        FoundKind.Initiative => $"/{country.Slug}/initiatives/{Label}",
        FoundKind.Institution => $"/{country.Slug}/institutions",
        FoundKind.Commitment => $"/{country.Slug}/commitments#commitment-{Label}",
        FoundKind.Indicator when InitiativeCode is null => $"/{country.Slug}/indicators/{Label}",
        FoundKind.Indicator => $"/{country.Slug}/initiatives/{InitiativeCode}#indicator-{Label}",
        FoundKind.Statement => $"/{country.Slug}#statement-{Label}",
        FoundKind.Result => $"/{country.Slug}/initiatives/{InitiativeCode}#result-{Label}",
        FoundKind.NextStep => $"/{country.Slug}/initiatives/{InitiativeCode}#step-{Label}",
        FoundKind.Item => $"/{country.Slug}/initiatives/{InitiativeCode}#{Part?.ToLowerInvariant()}",
        FoundKind.Event => $"/{country.Slug}#event-{RowId}",
        FoundKind.BudgetLine => $"/{country.Slug}/budget#line-{RowId}",
        FoundKind.Answer => $"/{country.Slug}/checklists#{Label.Split('.')[0]}",
        FoundKind.Evidence => $"/{country.Slug}/{Place}",
        FoundKind.Comment => CommentRules.Href(country, Place ?? "", Label),
        FoundKind.Party => $"/{country.Slug}/initiatives/{InitiativeCode}#institutions",
        _ => throw new InvalidOperationException($"{Kind} has no place."),
    };
}

/// <summary>What was found, and whether there is more than is shown.</summary>
public sealed record SearchAnswer(IReadOnlyList<string> Words, IReadOnlyList<Found> Found, bool HasMore);

public sealed class SearchCountry(Gate gate)
{
    public const int Most = 60;

    public async Task<SearchAnswer> RunAsync(CountryCode country, string? query, CancellationToken ct = default)
    {
        var words = SearchRules.Words(query);
        await using var db = await gate.ReadAsync(country, ct: ct);
        if (words.Count == 0) return new SearchAnswer(words, [], false);
        // The two engines compare accents and capitals differently, so the words of a country are compared here.
        var translated = (await db.ListAsync<Found>(Translated, null, ct)).Where(f => f.SourceText == f.Original);
        var found = (await db.ListAsync<Found>(All, null, ct)).Concat(translated)
            .Where(f => SearchRules.Finds(words, $"{f.Label} {f.Text}"))
            .OrderBy(f => f.Kind).ThenByDescending(f => SearchRules.Finds(words, f.Label)).ThenBy(f => f.Label, StringComparer.Ordinal)
            .Take(Most + 1).ToList();
        return new SearchAnswer(words, found.Take(Most).ToList(), found.Count > Most);
    }

    public static readonly CountrySql Translated = CountrySql.Of("""
        select case x.Subject when 'InitiativeItem' then 'Item' when 'CountryStatement' then 'Statement' when 'TimelineEvent' then 'Event' when 'ChecklistAnswer' then 'Answer'
                    else x.Subject end as Kind, x.Label, t.Text, x.InitiativeCode, t.Language, x.SubjectId as RowId,
               case x.Subject when 'InitiativeItem' then substring(x.Place, 3, 40) else null end as Part, x.Text as Original, t.SourceText
          from living_text x
          join living_translation t on t.Country = @Country and t.SubjectId = x.SubjectId and t.Field = x.Field and t.Language <> x.Language
         where x.Country = @Country and t.Text is not null
        """);

    public static readonly CountrySql All = CountrySql.Of("""
        select 'Initiative' as Kind, i.Code as Label, concat(i.Title, '. ', i.Summary) as Text, i.Code as InitiativeCode, i.ContentLanguage as Language,
               cast(null as nvarchar(20)) as Part, i.Id as RowId,
               cast(null as nvarchar(400)) as Place
          from Initiative i
         where i.Country = @Country and i.ArchivedAt is null
        union all
        select 'Institution', n.Name, coalesce(n.Acronym, ''), null, null, null, null, null
          from Institution n
         where n.Country = @Country
        union all
        select 'Commitment', c.Code, concat(c.Statement, ' ', c.Instrument, ' ', c.StatusNote), null, c.ContentLanguage, null, null, null
          from Commitment c
         where c.Country = @Country and c.RetiredAt is null
        union all
        select 'Indicator', d.Code, case when f.Population is null then f.Name else concat(f.Name, ' — ', f.Population) end, i.Code, f.ContentLanguage, null, null, null
          from Indicator d
          join IndicatorDefinition f on f.Country = d.Country and f.IndicatorId = d.Id and f.DefinitionNo = d.CurrentDefinition
          left join Initiative i on i.Country = d.Country and i.Id = d.InitiativeId and i.ArchivedAt is null
         where d.Country = @Country and d.RetiredAt is null
        union all
        select 'Statement', s.Code, s.Text, null, s.ContentLanguage, null, null, null
          from CountryStatement s
         where s.Country = @Country and s.RetiredAt is null
        union all
        select 'Result', r.Code, concat(r.Text, ' ', r.ReportedBy), i.Code, i.ContentLanguage, null, null, null
          from Result r
          join Initiative i on i.Country = r.Country and i.Id = r.InitiativeId
         where r.Country = @Country and r.RetiredAt is null and i.ArchivedAt is null
        union all
        select 'NextStep', s.Code, concat(s.Text, ' ', s.Responsible, ' ', s.ResponsiblePerson), i.Code, i.ContentLanguage, null, null, null
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
        union all
        select 'Item', i.Code, concat(t.Text, ' ', t.Responsible, ' ', t.Detail), i.Code, i.ContentLanguage, t.Section, null, null
          from InitiativeItem t
          join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
         where t.Country = @Country and t.RetiredAt is null and i.ArchivedAt is null
        union all
        select 'Party', i.Code, concat(p.PrintedName, ' ', p.Role), i.Code, i.ContentLanguage, null, null, null
          from InitiativeInstitution p
          join Initiative i on i.Country = p.Country and i.Id = p.InitiativeId
         where p.Country = @Country and p.RetiredAt is null and i.ArchivedAt is null
        union all
        select 'Event', e.HappenedText, e.Text, null, e.ContentLanguage, null, e.Id, null
          from TimelineEvent e
         where e.Country = @Country and e.RetiredAt is null
        union all
        select 'BudgetLine', concat(coalesce(i.Code, c.Code), ' ', b.FiscalYear, ' ', b.Currency), concat(b.Funder, ' ', b.Note), i.Code, null, null, b.Id, null
          from BudgetLine b
          left join Initiative i on i.Country = b.Country and i.Id = b.InitiativeId and i.ArchivedAt is null
          left join Commitment c on c.Country = b.Country and c.Id = b.CommitmentId and c.RetiredAt is null
         where b.Country = @Country and b.RetiredAt is null and (i.Id is not null or c.Id is not null)
        union all
        select 'Answer', concat(a.ChecklistCode, '.', a.ItemNo), a.Note, null, a.ContentLanguage, null, null, null
          from ChecklistAnswer a
         where a.Country = @Country and a.Note is not null
        union all
        select 'Evidence', e.Title, concat(e.FileName, ' ', e.Address), i.Code, null, null, null,
               case e.Subject when 'Result' then concat('initiatives/', i.Code, '#result-', r.Code) when 'NextStep' then concat('initiatives/', i.Code, '#step-', s.Code)
                    when 'Commitment' then concat('commitments#commitment-', c.Code) when 'Measurement' then concat('indicators/', k.Code)
                    when 'ChecklistAnswer' then case when a.Id is null then 'checklists' else concat('checklists#', a.ChecklistCode) end
                    else concat('initiatives/', i.Code) end
          from Evidence e
          left join Result r on r.Country = e.Country and r.Id = e.SubjectId and r.RetiredAt is null
          left join NextStep s on s.Country = e.Country and s.Id = e.SubjectId and s.RetiredAt is null
          left join Initiative i on i.Country = e.Country and i.Id = coalesce(r.InitiativeId, s.InitiativeId, e.SubjectId) and i.ArchivedAt is null
          left join Commitment c on c.Country = e.Country and c.Id = e.SubjectId and c.RetiredAt is null
          left join Measurement m on m.Country = e.Country and m.Id = e.SubjectId and m.RetiredAt is null
          left join Indicator k on k.Country = m.Country and k.Id = m.IndicatorId and k.RetiredAt is null
          left join ChecklistAnswer a on a.Country = e.Country and a.Id = e.SubjectId
         where e.Country = @Country and e.RetiredAt is null and (i.Id is not null or c.Id is not null or k.Id is not null or e.Subject = 'ChecklistAnswer')
        union all
        select 'Comment', t.Label, t.Text, i.Code, null, null, null, t.Place
          from Comment t
          left join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
         where t.Country = @Country and t.ResolvedAt is null and (t.InitiativeId is null or i.ArchivedAt is null)
        """);
}
