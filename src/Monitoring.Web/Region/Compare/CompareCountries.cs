using Monitoring.Data;
using Monitoring.Web.Countries;
using Monitoring.Web.Translations;

namespace Monitoring.Web.Region.Compare;

/// <summary>Puts countries side by side on chosen rows of the reports that the region accepted.</summary>
public sealed class CompareCountries(Gate gate)
{
    public static readonly RegionSql Initiatives = RegionSql.Of("""
        select f.AxisCode, f.Code as Initiative, f.Code, f.Title as Text, f.Stage, f.StageMark, f.StageNote, f.Outlook, f.Length, f.Coverage, f.CoverageMark,
               f.TargetPopulation, f.InCharge, f.Partners, f.Mark, f.SourceLines
          from region_fact_sheet f
         where f.Country = @Of and f.SnapshotNo = @No
         order by f.Position, f.Code
        """);

    public static readonly RegionSql Items = RegionSql.Of("""
        select f.AxisCode, f.Code as Initiative, '' as Code, i.Section, i.Position, i.Text, i.Responsible, i.Mark, i.SourceLines
          from region_item i
          join region_fact_sheet f on f.Country = i.Country and f.SnapshotNo = i.SnapshotNo and f.InitiativeId = i.InitiativeId
         where i.Country = @Of and i.SnapshotNo = @No
         order by f.Position, f.Code, i.Section, i.Position, i.ItemId
        """);

    public static readonly RegionSql Partners = RegionSql.Of("""
        select f.AxisCode, f.Code as Initiative, '' as Code, p.Part, p.PrintedName as Text, p.Institution, p.Role, p.Mark, f.SourceLines
          from region_partner p
          join region_fact_sheet f on f.Country = p.Country and f.SnapshotNo = p.SnapshotNo and f.InitiativeId = p.InitiativeId
         where p.Country = @Of and p.SnapshotNo = @No
         order by f.Position, f.Code, p.Part, p.Position, p.PartId
        """);

    public static readonly RegionSql NextSteps = RegionSql.Of("""
        select f.AxisCode, f.Code as Initiative, n.Code, n.Text, n.Responsible, n.DueOn, n.Status, n.TargetNumber, n.Note, n.Mark, n.SourceLines
          from region_step_text n
          join region_fact_sheet f on f.Country = n.Country and f.SnapshotNo = n.SnapshotNo and f.InitiativeId = n.InitiativeId
         where n.Country = @Of and n.SnapshotNo = @No
         order by f.Position, f.Code, n.Position, n.Code
        """);

    public static readonly RegionSql Results = RegionSql.Of("""
        select f.AxisCode, f.Code as Initiative, r.Code, r.Text, r.ReportedOn, r.ReportedBy, r.Theme, r.DuplicateOf, r.Mark, r.SourceLines
          from region_result r
          join region_fact_sheet f on f.Country = r.Country and f.SnapshotNo = r.SnapshotNo and f.InitiativeId = r.InitiativeId
         where r.Country = @Of and r.SnapshotNo = @No
         order by f.Position, f.Code, r.Position, r.Code
        """);

    public static readonly RegionSql Statements = RegionSql.Of("""
        select s.StatementId, s.AxisCode, s.Code, s.Text, s.ContentLanguage, s.HappenedText, s.Mark, s.SourceLines
          from region_statement s
         where s.Country = @Of and s.SnapshotNo = @No
         order by s.Position, s.Code
        """);

    public static readonly RegionSql Commitments = RegionSql.Of("""
        select c.CommitmentId, c.Code, c.Statement as Text, c.ContentLanguage, c.Area, c.Instrument, c.TargetOn, c.Status, c.Mark, c.SourceLines
          from region_commitment c
         where c.Country = @Of and c.SnapshotNo = @No
         order by c.Position, c.Code
        """);

    public static readonly RegionSql BudgetLines = RegionSql.Of("""
        select b.Country, f.Code as Initiative, b.FiscalYear, b.Funder, b.Currency, b.RequiredMinor, b.NationalMinor, b.PledgedMinor, b.CommittedMinor,
               b.DisbursedMinor, b.Mark
          from region_budget_line b
          left join region_fact_sheet f on f.Country = b.Country and f.SnapshotNo = b.SnapshotNo and f.InitiativeId = b.InitiativeId
         where b.Country = @Of and b.SnapshotNo = @No
         order by b.FiscalYear, f.Code, b.Funder, b.BudgetLineId
        """);

    public static readonly RegionSql InitiativeCount = RegionSql.Of("select count(*) from region_fact_sheet f where f.Country = @Of and f.SnapshotNo = @No");

    public static readonly RegionSql AcceptedCycles = RegionSql.Of("select distinct CycleCode from region_accepted order by CycleCode");

    /// <summary>Reads the address and answers it; a country, axis or cycle that is not here is as unknown as a word that means nothing.</summary>
    /// <exception cref="UnknownChoiceException">See <see cref="Selection.Parse"/>.</exception>
    public async Task<Comparison> RunAsync(string? countries, string? rows, string? axis, string? cycle, CancellationToken ct)
    {
        await using var db = await gate.RegionAsync(ct);
        var cycles = await db.ListAsync<CycleRow>(ReadRegion.Cycles, ct: ct);
        var chosen = string.IsNullOrEmpty(cycle) ? null : cycles.FirstOrDefault(c => c.Code == cycle) ?? throw new UnknownChoiceException("cycle", cycle);
        var choices = chosen is null
            ? await db.ListAsync<CountryRow>(ReadRegion.Countries, ct: ct)
            : await db.ListAsync<CountryRow>(ReadRegion.CountriesInCycle, new { Cycle = chosen.Code }, ct);
        var axes = await db.ListAsync<AxisRow>(ReadRegion.Axes, ct: ct);
        var selection = Selection.Parse(countries, rows, axis, chosen?.Code, await MembersAsync(db, choices, chosen ?? CycleRow.Current(cycles), ct));
        if (selection.Axis is { } code && axes.All(a => a.Code != code)) throw new UnknownChoiceException("axis", code);

        var compared = new List<ComparedCountry>();
        foreach (var country in selection.Countries)
        {
            var row = choices.FirstOrDefault(c => c.Country == country) ?? throw new UnknownChoiceException("country", country.Value);
            compared.Add(row.SnapshotNo is { } no ? await OfAsync(db, row, no, selection, ct) : new ComparedCountry(row, selection.Cycle));
        }
        var accepted = await db.ListAsync<string>(AcceptedCycles, ct: ct);
        return new Comparison
        {
            Selection = selection,
            Countries = compared,
            Axes = axes,
            Choices = choices,
            CycleChoices = [.. cycles.Select(c => c.Code).Where(c => accepted.Contains(c) || c == selection.Cycle).Reverse()],
            Common = selection.Subjects.Any(s => s is Subject.CommonIndicators or Subject.LegalLadder) ? await CommonAnswers.ReadAsync(db, selection.Cycle, ct) : [],
            Anomalies = await db.ListAsync<AnomalyRow>(ReadRegion.Anomalies, ct: ct),
        };
    }

    private static async Task<IReadOnlyList<CountryCode>> MembersAsync(RegionDb db, IReadOnlyList<CountryRow> choices, CycleRow? cycle, CancellationToken ct)
    {
        var roles = await db.ListAsync<RoleRow>(ReadRegion.Roles, new { Year = cycle?.StartsOn.Year ?? 0 }, ct);
        return [.. choices.Select(c => c.Country).Where(c => roles.Any(r => r.Country == c && r.Role is CountryRoleKind.Member))];
    }

    private static async Task<ComparedCountry> OfAsync(RegionDb db, CountryRow country, int no, Selection selection, CancellationToken ct)
    {
        var of = new { Of = country.Country, No = no };
        bool Chosen(params Subject[] subjects) => selection.Subjects.Any(subjects.Contains);
        bool OnAxis(string? axis) => selection.Axis is null || axis == selection.Axis;
        async Task<IReadOnlyList<T>> Rows<T>(RegionSql sql, params Subject[] subjects) where T : AcceptedRow =>
            Chosen(subjects) ? [.. (await db.ListAsync<T>(sql, of, ct)).Where(r => OnAxis(r.AxisCode))] : [];

        var texts = Chosen(Subject.Statements, Subject.Commitments, Subject.Checklists) ? await RegionTranslations.OfSnapshotAsync(db, country.Country, no, ct) : AcceptedTexts.None;
        Narrative Said(Guid id, string field, AcceptedRow row) => texts.Of(country.Country, id, field, row.Text, row.ContentLanguage);
        return new ComparedCountry(country, selection.Cycle)
        {
            InitiativeCount = await db.OneAsync<int>(InitiativeCount, of, ct),
            Initiatives = await Rows<InitiativeRow>(Initiatives, Subject.Initiatives),
            Items = await Rows<ItemRow>(Items, Subject.Objectives, Subject.EnablingElements, Subject.Challenges, Subject.ImprovementNeeds, Subject.Budget),
            Partners = await Rows<PartnerRow>(Partners, Subject.Partners),
            NextSteps = await Rows<NextStepRow>(NextSteps, Subject.NextSteps),
            Results = await Rows<ResultRow>(Results, Subject.Results),
            Statements = [.. (await Rows<StatementRow>(Statements, Subject.Statements)).Select(s => s with { Said = Said(s.StatementId, "Text", s) })],
            Answers = [.. (await Rows<AnswerRow>(ReadRegion.AnswersOfSnapshot, Subject.Checklists)).Select(a => a.Note is { } note
                ? a with { Said = texts.Of(country.Country, a.AnswerId, "Note", note, a.ContentLanguage) } : a)],
            // Commitments, figures and amounts belong to no chapter.
            Commitments = Chosen(Subject.Commitments) ? [.. (await db.ListAsync<CommitmentRow>(Commitments, of, ct)).Select(c => c with { Said = Said(c.CommitmentId, "Statement", c) })] : [],
            Figures = Chosen(Subject.Figures, Subject.LegalLadder) ? await ReportedFigures.OfSnapshotAsync(db, country.Country, no, ct) : [],
            Budget = Chosen(Subject.Budget) ? await db.ListAsync<BudgetRow>(BudgetLines, of, ct) : [],
        };
    }
}
