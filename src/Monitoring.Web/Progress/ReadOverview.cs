using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Progress;

/// <summary>Everything the first page of progress says, from published rows only.</summary>
public sealed class ReadOverview(Gate gate)
{
    /// <summary>The overview narrowed to a country or an axis.</summary>
    /// <exception cref="UnknownChoiceException">A country that has published nothing, or an axis that is not one.</exception>
    public async Task<Overview> RunAsync(string? country, string? axis, CancellationToken ct)
    {
        await using var db = await gate.ProgressAsync(ct);
        var snapshots = await db.ListAsync<PublishedSnapshot>(Snapshots, null, ct);
        var axes = await db.ListAsync<Axis>(Axes, null, ct);
        var scope = Scope.Of(country, axis, snapshots, axes);
        var steps = (await db.ListAsync<CommonStep>(LadderSteps, null, ct)).ToLookup(s => (s.CommonIndicatorCode, s.VersionNo), s => s.Name);
        var figures = (await db.ListAsync<PublishedFigure>(CommonFigures, null, ct)).Where(scope.Covers).ToList();
        var counts = (await db.ListAsync<SheetCount>(Counts, null, ct)).Where(scope.Covers).ToList();
        return new Overview
        {
            Scope = scope,
            Snapshots = snapshots,
            Axes = axes,
            Roles = await db.ListAsync<RoleInGroup>(Roles, null, ct),
            Counts = counts,
            Statements = (await db.ListAsync<StatementCount>(StatementCounts, null, ct)).Where(scope.Covers).ToList(),
            // A bar for each initiative as long as they can be told apart; then a bar for each country.
            Sheets = counts.Sum(c => c.Initiatives) > Overview.MostBars
                ? []
                : (await db.ListAsync<PublishedSheet>(Sheets, null, ct)).Where(scope.Covers).ToList(),
            Versions = [.. (await db.ListAsync<CommonDefinition>(Definitions, null, ct)).Select(d => d with { Steps = [.. steps[(d.Code, d.VersionNo)]] })],
            Answers = (await db.ListAsync<CommonAnswer>(Answers, null, ct)).Where(scope.Covers).ToList(),
            NationalSteps = await db.ListAsync<NationalStep>(NationalSteps, null, ct),
            Figures = figures.FindAll(f => f.SourceLines is not null),
            Texts = new AcceptedTexts(await db.ListAsync<AcceptedTranslation>(IndicatorTexts, null, ct)),
            Mapped = CommonRow.Newest(figures),
            Budget = (await db.ListAsync<PublishedBudgetLine>(Budget, null, ct)).Where(line => scope.Covers(line.Country)).ToList(),
            Gaps = await db.ListAsync<SourceGap>(Gaps, null, ct),
        };
    }

    public static readonly ProgressSql Snapshots = ProgressSql.Of("""
        select s.Country, c.NameEn, c.NameEs, s.SnapshotNo, s.CycleCode, s.Title, s.Hash, s.PublishedAt
          from published_snapshot s
          join Country c on c.Code = s.Country
         order by s.Country
        """);

    public static readonly ProgressSql Axes = ProgressSql.Of("select Code, NameEn, NameEs, Position from ThematicAxis order by Position");

    public static readonly ProgressSql Roles = ProgressSql.Of("""
        select r.CountryCode as Country, c.NameEn, c.NameEs, r.RoleYear, r.Role
          from CountryRole r
          join Country c on c.Code = r.CountryCode
         order by r.CountryCode, r.Role
        """);

    public static readonly ProgressSql Counts = ProgressSql.Of("""
        select s.Country, s.AxisCode, s.Stage, count(*) as Initiatives,
               sum(cast(s.Results as bigint)) as Results, sum(cast(s.DistinctResults as bigint)) as DistinctResults,
               count(case when s.Results > 0 then 1 end) as WithResults,
               count(case when s.NextSteps > 0 then 1 end) as WithNextSteps,
               count(case when s.Figures > 0 then 1 end) as WithFigures,
               count(case when s.Challenges > 0 then 1 end) as WithChallenges,
               count(case when s.ImprovementNeeds > 0 then 1 end) as WithImprovementNeeds,
               count(case when s.Amounts > 0 then 1 end) as WithAmounts
          from published_sheet s
         group by s.Country, s.AxisCode, s.Stage
        """);

    public static readonly ProgressSql StatementCounts = ProgressSql.Of("""
        select s.Country, s.AxisCode, count(*) as Statements
          from published_statement s
         group by s.Country, s.AxisCode
        """);

    public static readonly ProgressSql Sheets = ProgressSql.Of("""
        select s.Country, s.InitiativeId, s.Code, s.Title, s.ContentLanguage, s.AxisCode, s.Stage, s.StageMark, s.Results,
               s.DistinctResults, s.Amounts
          from published_sheet s
         order by s.Country, s.Position
        """);

    public static readonly ProgressSql Definitions = ProgressSql.Of("""
        select d.CommonIndicatorCode as Code, d.VersionNo, c.DefinitionVersion as CurrentVersion, d.Name as NameEn, d.NameEs, d.Kind, d.Unit, d.Population,
               d.OverlapRule, d.Note as NoteEn, d.NoteEs, d.KeepsAnswers, c.Mark, c.RetiredAt
          from CommonIndicatorDefinition d
          join CommonIndicator c on c.Code = d.CommonIndicatorCode
         order by c.Position, c.Code, d.VersionNo
        """);

    public static readonly ProgressSql LadderSteps = ProgressSql.Of("""
        select CommonIndicatorCode, VersionNo, Name from CommonDefinitionStep order by CommonIndicatorCode, VersionNo, Position
        """);

    public static readonly ProgressSql Answers = ProgressSql.Of("""
        select a.Country, a.CommonIndicatorCode, a.PartNo, a.DefinitionVersion, a.Value, a.Unit, a.Numerator, a.Denominator, a.Rung, a.RungsNotApplicable, a.Reached, a.PeriodText,
               a.PeriodStart, a.PeriodEnd, a.Text, a.AnswerState, a.Mark
          from published_common_answer a
         order by a.CommonIndicatorCode, a.Country, a.PartNo
        """);

    /// <summary>The countries' own figures that say where an answer comes from, what makes small ones exempt, and what feeds a common indicator.</summary>
    public static readonly ProgressSql CommonFigures = ProgressSql.Of("""
        select m.Country, m.MeasurementId, m.IndicatorCode, m.CommonIndicatorCode, m.Name, m.ContentLanguage, m.Kind, m.Unit, m.Population, m.OverlapRule, m.PeriodText,
               m.PeriodStart, m.PeriodEnd, m.Sex, m.AgeBand, m.PopulationGroup, m.Place, m.DefinitionNo, m.ValueState, m.Value, m.Numerator, m.Denominator, m.Rung, m.Reached, m.Note,
               m.Mark, m.SourceLines
          from published_measurement m
         where m.SourceLines is not null
            or (m.CommonIndicatorCode is not null and m.Sex = 'All' and m.AgeBand = 'All' and m.PopulationGroup = 'All' and m.Place = 'All')
         order by m.Country, m.Position
        """);

    /// <summary>What the countries call their indicators in their second language.</summary>
    public static readonly ProgressSql IndicatorTexts = ProgressSql.Of("""
        select t.Country, t.SubjectId, t.Code, t.Field, t.Language, t.Text, t.SourceText, t.HowMade, t.Mark
          from published_country_translation t
         where t.Subject = 'Indicator' and t.Field = 'Name'
        """);

    public static readonly ProgressSql NationalSteps = ProgressSql.Of("""
        select s.MeasurementId, s.Position, s.Name from published_step s order by s.MeasurementId, s.Position
        """);

    public static readonly ProgressSql Budget = ProgressSql.Of("""
        select b.Country, i.Code as InitiativeCode, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor, b.PledgedMinor,
               b.CommittedMinor, b.DisbursedMinor, b.Mark
          from published_budget_line b
          left join published_initiative i on i.Country = b.Country and i.InitiativeId = b.InitiativeId
         order by b.Country, i.Code, b.FiscalYear
        """);

    public static readonly ProgressSql Gaps = ProgressSql.Of("select Code, Text, SourceLines from SourceAnomaly order by Position");
}
