using Monitoring.Data;

namespace Monitoring.Web.Translations;

/// <summary>A text and its translation, as the translator sees them.</summary>
/// <param name="Original">As it was written.</param>
/// <param name="Row">Null: none was ever begun.</param>
public sealed record TextPair(OriginalText Original, TranslationRow? Row)
{
    public string Language => TranslationRules.OtherThan(Original.Language);

    public TranslationState State => TranslationRules.StateOf(Original.Text, Row);

    /// <summary>The part of a page.</summary>
    public string Anchor => AnchorOf(Original.SubjectId, Original.Field);

    public static string AnchorOf(Guid subject, string field) => $"text-{subject:N}-{field.ToLowerInvariant()}";

    /// <summary>What an edit begins with; a translation that was never begun is one without a text.</summary>
    public TranslationRow Seen => Row ?? new TranslationRow
    {
        Id = TranslationRules.IdOf(Original.SubjectId, Original.Field, Language),
        InitiativeId = Original.InitiativeId,
        InitiativeCode = Original.InitiativeCode,
        Code = Original.Label,
        Subject = Original.Subject,
        SubjectId = Original.SubjectId,
        Field = Original.Field,
        Language = Language,
        SourceText = Original.Text,
    };

    /// <summary>Whatever is typed says the original as it is shown.</summary>
    public TranslationDraft Draft => TranslationDraft.Of(Seen) with { SourceText = Original.Text };
}

/// <summary>The texts of one initiative side by side, or those of the country as a whole.</summary>
public sealed record TranslationSheet
{
    /// <summary>Null, as code and title: of the country as a whole.</summary>
    public Guid? InitiativeId { get; init; }
    public string? Code { get; init; }
    public string? Title { get; init; }

    /// <summary>Of the originals; null where they are in more than one.</summary>
    public string? Language { get; init; }
    public required IReadOnlyList<TextPair> Texts { get; init; }
    public required bool MayEdit { get; init; }

    public int Count(TranslationState state) => Texts.Count(t => t.State == state);
}

public sealed class ReadTranslations(Gate gate)
{
    /// <summary>Null where no such initiative is, in this country.</summary>
    public async Task<TranslationSheet?> RunAsync(CountryCode country, string code, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        if (await db.OneAsync<Head>(Heading, new { Code = code }, ct) is not { } head) return null;
        var of = new { InitiativeId = head.Id };
        var rows = (await db.ListAsync<TranslationRow>(TranslationRow.OfInitiative, of, ct)).ToDictionary(t => (t.SubjectId, t.Field, t.Language));
        return new TranslationSheet
        {
            InitiativeId = head.Id,
            Code = head.Code,
            Title = head.Title,
            Language = head.ContentLanguage,
            // A stable sort: within a section the order is the database's.
            Texts = (await db.ListAsync<OriginalText>(OriginalText.OfInitiative, of, ct)).OrderBy(o => o.PlaceNo)
                .Select(o => new TextPair(o, rows.GetValueOrDefault((o.SubjectId, o.Field, TranslationRules.OtherThan(o.Language))))).ToList(),
            MayEdit = await gate.MayAsync(May.EditInitiative, country, head.Id, ct),
        };
    }

    /// <summary>What belongs to the country as a whole.</summary>
    public async Task<TranslationSheet> OfCountryAsync(CountryCode country, CancellationToken ct = default)
    {
        await using var db = await gate.ReadAsync(country, ct: ct);
        var rows = (await db.ListAsync<TranslationRow>(CountryTranslations.All, null, ct)).ToDictionary(t => (t.SubjectId, t.Field, t.Language));
        var texts = await db.ListAsync<OriginalText>(OriginalText.OfCountry, null, ct);
        return new TranslationSheet
        {
            Language = texts.Select(t => t.Language).Distinct().Count() == 1 ? texts[0].Language : null,
            Texts = [.. texts.Select(o => new TextPair(o, rows.GetValueOrDefault((o.SubjectId, o.Field, TranslationRules.OtherThan(o.Language)))))],
            MayEdit = await gate.MayAsync(May.EditCountry, country, ct: ct),
        };
    }

    public static readonly CountrySql Heading = CountrySql.Of("""
        select Id, Code, Title, ContentLanguage from Initiative where Country = @Country and Code = @Code and ArchivedAt is null
        """);

    private sealed record Head
    {
        public Guid Id { get; init; }
        public string Code { get; init; } = "";
        public string Title { get; init; } = "";
        public string ContentLanguage { get; init; } = "";
    }
}
