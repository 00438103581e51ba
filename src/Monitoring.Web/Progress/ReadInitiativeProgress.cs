using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Progress;

/// <summary>One initiative as it was published. Null: not published, or no such country or code.</summary>
public sealed class ReadInitiativeProgress(Gate gate)
{
    public async Task<InitiativeProgress?> RunAsync(string country, string code, string? texts, CancellationToken ct)
    {
        await using var db = await gate.ProgressAsync(ct);
        if (!CountryCode.TryParse(country, out var of)) return null;
        if (await db.OneAsync<PublishedInitiative>(Initiative, new { Of = of, Code = code }, ct) is not { } initiative) return null;
        var snapshot = await db.OneAsync<PublishedSnapshot>(ReadCountryProgress.Snapshot, new { Of = of }, ct);
        var key = new { Of = of, initiative.InitiativeId };
        return new InitiativeProgress
        {
            Initiative = initiative,
            Snapshot = snapshot ?? throw new InvalidOperationException("A published initiative without its snapshot."),
            Axis = (await db.ListAsync<Axis>(ReadOverview.Axes, null, ct)).FirstOrDefault(a => a.Code == initiative.AxisCode),
            Topics = (await db.ListAsync<Topic>(Topics, null, ct)).Where(t => initiative.TopicCodes.Contains(t.Code)).ToList(),
            Texts = PublishedTexts.Of(await db.ListAsync<PublishedTranslation>(Translations, key, ct), texts),
            CountryTexts = new AcceptedTexts(await db.ListAsync<AcceptedTranslation>(ReadCountryProgress.Texts, new { Of = of }, ct), PublishedTexts.ReaderOf(texts)),
            Institutions = await db.ListAsync<PublishedInstitution>(Institutions, key, ct),
            Items = await db.ListAsync<PublishedItem>(Items, key, ct),
            Results = await db.ListAsync<PublishedResult>(Results, key, ct),
            NextSteps = await db.ListAsync<PublishedNextStep>(NextSteps, key, ct),
            Figures = (await db.ListAsync<PublishedFigure>(ReadCountryProgress.Figures, new { Of = of }, ct))
                .Where(f => f.InitiativeCode == initiative.Code).ToList(),
            Budget = (await db.ListAsync<PublishedBudgetLine>(ReadCountryProgress.Budget, new { Of = of }, ct))
                .Where(b => b.InitiativeCode == initiative.Code).ToList(),
        };
    }

    public static readonly ProgressSql Initiative = ProgressSql.Of("""
        select i.Country, i.InitiativeId, i.Code, i.Title, i.Summary, i.ContentLanguage, i.AxisCode, i.Stage, i.StageMark, i.StageNote,
               i.Outlook, i.StartsOn, i.EndsOn, i.Length, i.Coverage, i.CoverageMark, i.TargetPopulation, i.Topics, i.PhasesDeclared,
               i.ProgressPercent, i.Mark, i.SourceLines
          from published_initiative i
         where i.Country = @Of and i.Code = @Code
        """);

    public static readonly ProgressSql Institutions = ProgressSql.Of("""
        select p.Part, p.PrintedName, p.Role, p.Mark
          from published_institution p
         where p.Country = @Of and p.InitiativeId = @InitiativeId
         order by p.Part, p.Position
        """);

    public static readonly ProgressSql Translations = ProgressSql.Of("""
        select t.SubjectId, t.Field, t.Language, t.Text, t.HowMade, t.Mark
          from published_translation t
         where t.Country = @Of and t.InitiativeId = @InitiativeId
        """);

    public static readonly ProgressSql Topics = ProgressSql.Of("select Code, NameEn, NameEs from Topic order by Position");

    public static readonly ProgressSql Items = ProgressSql.Of("""
        select t.ItemId, t.Section, t.Text, t.Responsible, t.ItemYear, t.Detail, t.Mark, t.SourceLines
          from published_item t
         where t.Country = @Of and t.InitiativeId = @InitiativeId
         order by t.Section, t.Position
        """);

    public static readonly ProgressSql Results = ProgressSql.Of("""
        select r.ResultId, r.Code, r.Text, r.ReportedOn, r.ReportedBy, r.Theme, r.DuplicateOf, r.Mark, r.SourceLines
          from published_result r
         where r.Country = @Of and r.InitiativeId = @InitiativeId
         order by r.Position, r.Code
        """);

    public static readonly ProgressSql NextSteps = ProgressSql.Of("""
        select n.NextStepId, n.Code, n.Text, n.Responsible, n.DueOn, n.DueMark, n.Status, n.TargetNumber, n.Note, n.Mark, n.SourceLines
          from published_next_step n
         where n.Country = @Of and n.InitiativeId = @InitiativeId
         order by n.Position, n.Code
        """);
}

/// <summary>The whole sheet.</summary>
public sealed record InitiativeProgress
{
    public required PublishedInitiative Initiative { get; init; }
    public required PublishedSnapshot Snapshot { get; init; }
    public required Axis? Axis { get; init; }
    public required IReadOnlyList<Topic> Topics { get; init; }
    public required IReadOnlyList<PublishedInstitution> Institutions { get; init; }
    public required IReadOnlyList<PublishedItem> Items { get; init; }
    public required IReadOnlyList<PublishedResult> Results { get; init; }
    public required IReadOnlyList<PublishedNextStep> NextSteps { get; init; }
    public required IReadOnlyList<PublishedFigure> Figures { get; init; }
    public required IReadOnlyList<PublishedBudgetLine> Budget { get; init; }

    public required PublishedTexts Texts { get; init; }

    /// <summary>Of its figures, which the country names.</summary>
    public required AcceptedTexts CountryTexts { get; init; }

    /// <summary>A text of the sheet as it is read.</summary>
    public Narrative Said(Guid id, string field, string text) => Texts.Of(id, field, text, Initiative.ContentLanguage);

    public int DistinctResults => Results.Count(r => r.DuplicateOf is null);
}
