using Monitoring.Data;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Progress;

/// <summary>What one country has published. Null: nothing, or no such country.</summary>
public sealed class ReadCountryProgress(Gate gate)
{
    public async Task<CountryProgress?> RunAsync(string country, CancellationToken ct)
    {
        await using var db = await gate.ProgressAsync(ct);
        if (!CountryCode.TryParse(country, out var code)) return null;
        var key = new { Of = code };
        if (await db.OneAsync<PublishedSnapshot>(Snapshot, key, ct) is not { } snapshot) return null;
        return new CountryProgress
        {
            Snapshot = snapshot,
            Axes = await db.ListAsync<Axis>(ReadOverview.Axes, null, ct),
            Roles = await db.ListAsync<RoleInGroup>(Roles, key, ct),
            Statements = await db.ListAsync<PublishedStatement>(Statements, key, ct),
            Sheets = await db.ListAsync<PublishedSheet>(Sheets, key, ct),
            Titles = PublishedTexts.Of(await db.ListAsync<PublishedTranslation>(Titles, key, ct), null),
            Texts = new AcceptedTexts(await db.ListAsync<AcceptedTranslation>(Texts, key, ct)),
            Figures = await db.ListAsync<PublishedFigure>(Figures, key, ct),
            Commitments = await db.ListAsync<PublishedCommitment>(Commitments, key, ct),
            Budget = await db.ListAsync<PublishedBudgetLine>(Budget, key, ct),
            Timeline = await db.ListAsync<PublishedEvent>(Timeline, key, ct),
        };
    }

    public static readonly ProgressSql Snapshot = ProgressSql.Of("""
        select s.Country, c.NameEn, c.NameEs, s.SnapshotNo, s.CycleCode, s.Title, s.Hash, s.PublishedAt
          from published_snapshot s
          join Country c on c.Code = s.Country
         where s.Country = @Of
        """);

    public static readonly ProgressSql Roles = ProgressSql.Of("""
        select r.CountryCode as Country, c.NameEn, c.NameEs, r.RoleYear, r.Role
          from CountryRole r
          join Country c on c.Code = r.CountryCode
         where r.CountryCode = @Of
         order by r.RoleYear, r.Role
        """);

    public static readonly ProgressSql Statements = ProgressSql.Of("""
        select s.StatementId, s.Code, s.Text, s.ContentLanguage, s.HappenedText, s.AxisCode, s.Mark, s.SourceLines
          from published_statement s
         where s.Country = @Of
         order by s.Position, s.Code
        """);

    public static readonly ProgressSql Sheets = ProgressSql.Of("""
        select s.Country, s.InitiativeId, s.Code, s.Title, s.ContentLanguage, s.AxisCode, s.Stage, s.StageMark, s.Results,
               s.DistinctResults, s.Amounts
          from published_sheet s
         where s.Country = @Of
         order by s.Position, s.Code
        """);

    public static readonly ProgressSql Titles = ProgressSql.Of("""
        select t.SubjectId, t.Field, t.Language, t.Text, t.HowMade, t.Mark
          from published_translation t
         where t.Country = @Of and t.Field = 'Title'
        """);

    /// <summary>Of what belongs to the country as a whole.</summary>
    public static readonly ProgressSql Texts = ProgressSql.Of("""
        select t.Country, t.SubjectId, t.Code, t.Field, t.Language, t.Text, t.SourceText, t.HowMade, t.Mark
          from published_country_translation t
         where t.Country = @Of
        """);

    public static readonly ProgressSql Figures = ProgressSql.Of("""
        select m.Country, m.MeasurementId, m.IndicatorCode, i.Code as InitiativeCode, m.CommonIndicatorCode, m.Name, m.ContentLanguage, m.Kind, m.Unit, m.Population,
               m.OverlapRule, m.Funder, m.AlsoReportedIn, m.PeriodText, m.PeriodStart, m.PeriodEnd, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.DefinitionNo, m.ValueState, m.Value,
               m.Numerator, m.Denominator, m.DistinctValue, m.Rung, m.Reached, m.Baseline, m.BaselineMark, m.Target, m.TargetPeriod, m.Note, m.Mark, m.NumeratorMark,
               m.SourceLines
          from published_measurement m
          left join published_initiative i on i.Country = m.Country and i.InitiativeId = m.InitiativeId
         where m.Country = @Of
         order by m.Position, m.IndicatorCode
        """);

    public static readonly ProgressSql Commitments = ProgressSql.Of("""
        select c.CommitmentId, c.Code, c.Statement, c.ContentLanguage, c.Instrument, c.Status, c.Mark, c.SourceLines
          from published_commitment c
         where c.Country = @Of
         order by c.Position, c.Code
        """);

    public static readonly ProgressSql Budget = ProgressSql.Of("""
        select b.Country, i.Code as InitiativeCode, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor, b.PledgedMinor,
               b.CommittedMinor, b.DisbursedMinor, b.Mark
          from published_budget_line b
          left join published_initiative i on i.Country = b.Country and i.InitiativeId = b.InitiativeId
         where b.Country = @Of
         order by i.Code, b.FiscalYear
        """);

    public static readonly ProgressSql Timeline = ProgressSql.Of("""
        select e.EventId, e.HappenedText, e.Text, e.ContentLanguage, e.Mark
          from published_timeline_event e
         where e.Country = @Of
         order by e.HappenedOn, e.Position
        """);
}

/// <summary>One country's published page.</summary>
public sealed record CountryProgress
{
    public required PublishedSnapshot Snapshot { get; init; }
    public required IReadOnlyList<Axis> Axes { get; init; }
    public required IReadOnlyList<RoleInGroup> Roles { get; init; }
    public required IReadOnlyList<PublishedStatement> Statements { get; init; }
    public required IReadOnlyList<PublishedSheet> Sheets { get; init; }
    public required IReadOnlyList<PublishedFigure> Figures { get; init; }
    public required IReadOnlyList<PublishedCommitment> Commitments { get; init; }
    public required IReadOnlyList<PublishedBudgetLine> Budget { get; init; }
    public required IReadOnlyList<PublishedEvent> Timeline { get; init; }

    public int Results => Sheets.Sum(s => s.Results);
    public int DistinctResults => Sheets.Sum(s => s.DistinctResults);
    public int WithResults => Sheets.Count(s => s.Results > 0);
    public int WithAmounts => Sheets.Count(s => s.Amounts > 0);

    /// <summary>Language of what the country wrote; it says it with its initiatives.</summary>
    public required PublishedTexts Titles { get; init; }

    /// <summary>What its reader is shown of the texts of the country as a whole.</summary>
    public required AcceptedTexts Texts { get; init; }

    public Narrative Said(Guid id, string field, string text, string? language) => Texts.Of(Snapshot.Country, id, field, text, language ?? ContentLanguage);

    public string? ContentLanguage => Sheets.Count > 0 ? Sheets[0].ContentLanguage : null;
}
