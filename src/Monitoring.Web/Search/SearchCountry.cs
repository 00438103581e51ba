using Monitoring.Data;

namespace Monitoring.Web.Search;

/// <summary>What a found thing is, in the order in which they are shown.</summary>
public enum FoundKind { Initiative, Institution, Commitment, Indicator, Statement, Result, NextStep, Item, Party }

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
        select case x.Subject when 'InitiativeItem' then 'Item' when 'CountryStatement' then 'Statement' else x.Subject end as Kind, x.Label, t.Text, x.InitiativeCode, t.Language,
               case x.Subject when 'InitiativeItem' then substring(x.Place, 3, 40) else null end as Part, x.Text as Original, t.SourceText
          from living_text x
          join living_translation t on t.Country = @Country and t.SubjectId = x.SubjectId and t.Field = x.Field and t.Language <> x.Language
         where x.Country = @Country and t.Text is not null and x.Subject not in ('TimelineEvent', 'ChecklistAnswer')
        """);

    public static readonly CountrySql All = CountrySql.Of("""
        select 'Initiative' as Kind, i.Code as Label, concat(i.Title, '. ', i.Summary) as Text, i.Code as InitiativeCode, i.ContentLanguage as Language,
               cast(null as nvarchar(20)) as Part
          from Initiative i
         where i.Country = @Country and i.ArchivedAt is null
        union all
        select 'Institution', n.Name, coalesce(n.Acronym, ''), null, null, null
          from Institution n
         where n.Country = @Country
        union all
        select 'Commitment', c.Code, concat(c.Statement, ' ', c.Instrument, ' ', c.StatusNote), null, c.ContentLanguage, null
          from Commitment c
         where c.Country = @Country and c.RetiredAt is null
        union all
        select 'Indicator', d.Code, case when f.Population is null then f.Name else concat(f.Name, ' — ', f.Population) end, i.Code, f.ContentLanguage, null
          from Indicator d
          join IndicatorDefinition f on f.Country = d.Country and f.IndicatorId = d.Id and f.DefinitionNo = d.CurrentDefinition
          left join Initiative i on i.Country = d.Country and i.Id = d.InitiativeId and i.ArchivedAt is null
         where d.Country = @Country and d.RetiredAt is null
        union all
        select 'Statement', s.Code, s.Text, null, s.ContentLanguage, null
          from CountryStatement s
         where s.Country = @Country and s.RetiredAt is null
        union all
        select 'Result', r.Code, concat(r.Text, ' ', r.ReportedBy), i.Code, i.ContentLanguage, null
          from Result r
          join Initiative i on i.Country = r.Country and i.Id = r.InitiativeId
         where r.Country = @Country and r.RetiredAt is null and i.ArchivedAt is null
        union all
        select 'NextStep', s.Code, concat(s.Text, ' ', s.Responsible, ' ', s.ResponsiblePerson), i.Code, i.ContentLanguage, null
          from NextStep s
          join Initiative i on i.Country = s.Country and i.Id = s.InitiativeId
         where s.Country = @Country and s.RetiredAt is null and i.ArchivedAt is null
        union all
        select 'Item', i.Code, concat(t.Text, ' ', t.Responsible, ' ', t.Detail), i.Code, i.ContentLanguage, t.Section
          from InitiativeItem t
          join Initiative i on i.Country = t.Country and i.Id = t.InitiativeId
         where t.Country = @Country and t.RetiredAt is null and i.ArchivedAt is null
        union all
        select 'Party', i.Code, concat(p.PrintedName, ' ', p.Role), i.Code, i.ContentLanguage, null
          from InitiativeInstitution p
          join Initiative i on i.Country = p.Country and i.Id = p.InitiativeId
         where p.Country = @Country and p.RetiredAt is null and i.ArchivedAt is null
        """);
}
