using Monitoring.Data;

namespace Monitoring.Web.Translations;

/// <summary>A text of a country beside what translates it; the translation is null where there is none.</summary>
public sealed record TextState
{
    /// <summary>Null: it belongs to the country as a whole.</summary>
    public Guid? InitiativeId { get; init; }
    public string? InitiativeCode { get; init; }
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public string Label { get; init; } = "";
    public string Place { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Translation { get; init; }
    public string? SourceText { get; init; }

    public TranslationState State => TranslationRules.StateOf(Text, SourceText is null ? null : new TranslationRow { Text = Translation, SourceText = SourceText });

    public string Anchor => TextPair.AnchorOf(SubjectId, Field);
}

/// <summary>How far one initiative is in the other language, or (no <see cref="Code"/>) what belongs to the country as a whole.</summary>
/// <param name="Code">Of the initiative.</param>
/// <param name="Title">Its title; empty where there is no initiative.</param>
/// <param name="Language">Of the originals, where all are in one.</param>
/// <param name="Texts">How many there are.</param>
/// <param name="Current">Whose translation says what the original says now.</param>
/// <param name="Stale">Whose translation says an earlier original.</param>
public sealed record TranslationProgress(string? Code, string Title, string? Language, int Texts, int Current, int Stale)
{
    public int Missing => Texts - Current - Stale;
}

/// <summary>How far a country is with its texts in the other language, initiative by initiative.</summary>
public sealed class ListTranslationProgress(Gate gate)
{
    public async Task<IReadOnlyList<TranslationProgress>> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        return (await db.ListAsync<TextState>(OfCountry, null, ct)).GroupBy(t => t.InitiativeCode).OrderBy(g => g.Key is not null)
            .Select(g => new TranslationProgress(g.Key, g.Key is null ? "" : g.First(t => t.Field == "Title").Text,
                g.All(t => t.Language == g.First().Language) ? g.First().Language : null, g.Count(),
                g.Count(t => t.State is TranslationState.Current), g.Count(t => t.State is TranslationState.Stale))).ToList();
    }

    public static readonly CountrySql OfCountry = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.SubjectId, x.Field, x.Label, x.Place, x.Language, x.Text, t.Text as Translation, t.SourceText
          from living_text x
          left join living_translation t on t.Country = @Country and t.SubjectId = x.SubjectId and t.Field = x.Field and t.Language <> x.Language
         where x.Country = @Country
         order by x.InitiativePosition, x.InitiativeCode, x.Place, x.Position, x.Label, x.SubjectId
        """);

    /// <summary>Only what has a translation.</summary>
    public static readonly CountrySql Begun = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.SubjectId, x.Field, x.Label, x.Place, x.Language, x.Text, t.Text as Translation, t.SourceText
          from living_text x
          join living_translation t on t.Country = @Country and t.SubjectId = x.SubjectId and t.Field = x.Field and t.Language <> x.Language
         where x.Country = @Country
         order by x.InitiativePosition, x.InitiativeCode, x.Place, x.Position, x.Label, x.SubjectId
        """);
}
