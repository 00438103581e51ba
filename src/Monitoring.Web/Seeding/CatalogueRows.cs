using Monitoring.Data;
using Monitoring.Web.Figures;
using Monitoring.Web.Reports;

namespace Monitoring.Web.Seeding;

/// <summary>The regional tables: what the report says of the group itself and what its countries share.</summary>
internal static class CatalogueRows
{
    private static readonly CatalogueSql IsLoaded = CatalogueSql.Of("select count(*) from FrameworkText");

    private static readonly CatalogueSql AddText = CatalogueSql.Of(
        "insert into FrameworkText (Name, Position, Text, SourceLines) values (@Name, @Position, @Text, @Lines)");

    private static readonly CatalogueSql AddAxis = CatalogueSql.Of("""
        insert into ThematicAxis (Code, NameEn, NameEs, Position, ReportPage) values (@Code, @Name, @NameEs, @Position, @Page)
        """);

    private static readonly CatalogueSql AddTopic = CatalogueSql.Of(
        "insert into Topic (Code, NameEn, NameEs, Position) values (@Code, @Name, @NameEs, @Position)");

    private static readonly CatalogueSql AddInstitution = CatalogueSql.Of(
        "insert into RegionalInstitution (Code, NameEn, NameEs) values (@Code, @Name, @NameEs)");

    private static readonly CatalogueSql AddRole = CatalogueSql.Of(
        "insert into CountryRole (CountryCode, RoleYear, Role, Note) values (@Code, @Year, @Role, @Note)");

    public static readonly CatalogueSql AddCycle = CatalogueSql.Of("""
        insert into ReportingCycle (Code, StartsOn, EndsOn, State, Mark, Version, ChangedAt, ChangedBy)
        values (@Code, @Starts, @Ends, @State, @Mark, 1, @Now, @Person)
        """);

    private static readonly CatalogueSql AddChecklist = CatalogueSql.Of("""
        insert into Checklist (Code, Name, AxisCode, ReferencePractice, SourceLines, Position)
        values (@Code, @Name, @Axis, @ReferencePractice, @Src, @Position)
        """);

    private static readonly CatalogueSql AddChecklistItem = CatalogueSql.Of(
        "insert into ChecklistItem (ChecklistCode, ItemNo, Text, Mark, Note) values (@Code, @ItemNo, @Text, @Mark, @Note)");

    private static readonly CatalogueSql AddChecklistFeature = CatalogueSql.Of(
        "insert into ChecklistFeature (ChecklistCode, FeatureNo, Text) values (@Code, @FeatureNo, @Text)");

    private static readonly CatalogueSql AddCommonIndicator = CatalogueSql.Of("""
        insert into CommonIndicator (Code, DefinitionVersion, Name, Kind, Note, RegionNumerator, RegionDenominator, RegionPercent, Position, Mark,
               Version, ChangedAt, ChangedBy)
        values (@Code, 1, @Name, @Kind, @Note, @RegionNumerator, @RegionDenominator, @Percent, @Position, @Mark, 1, @Now, @Person)
        """);

    private static readonly CatalogueSql AddCommonStep = CatalogueSql.Of(
        "insert into CommonIndicatorStep (CommonIndicatorCode, Position, Name) values (@Code, @Position, @Name)");

    private static readonly CatalogueSql AddDefinition = CatalogueSql.Of("""
        insert into CommonIndicatorDefinition (CommonIndicatorCode, VersionNo, Name, NameEs, Kind, OverlapRule, Note, NoteEs, KeepsAnswers, ChangedAt, ChangedBy)
        values (@Code, 1, @Name, @NameEs, @Kind, @OverlapRule, @Note, @NoteEs, 1, @Now, @Person)
        """);

    private static readonly CatalogueSql AddDefinitionStep = CatalogueSql.Of(
        "insert into CommonDefinitionStep (CommonIndicatorCode, VersionNo, Position, Name) values (@Code, 1, @Position, @Name)");

    private static readonly CatalogueSql AddRegionalIndicator = CatalogueSql.Of("""
        insert into RegionalIndicator (Code, Name, Kind, Value, Aggregation, Note, Mark) values (@Code, @Name, @Kind, @Value, @Agg, @Note, @Status)
        """);

    private static readonly CatalogueSql AddEvent = CatalogueSql.Of("""
        insert into RegionalEvent (Id, HappenedText, HappenedOn, AboutCountry, Text, Position)
        values (@Id, @HappenedText, @HappenedOn, @About, @Text, @Position)
        """);

    private static readonly CatalogueSql AddAnomaly = CatalogueSql.Of(
        "insert into SourceAnomaly (Code, Text, SourceLines, Position) values (@Id, @What, @Src, @Position)");

    public static async Task LoadAsync(JobGate job, ReportFile report, CancellationToken ct)
    {
        await using var db = await job.EditCataloguesAsync(ct);
        if (await db.OneAsync<int>(IsLoaded, null, ct) > 0) return;
        await StageTextsAsync(db, report.Framework, ct);
        await StageListsAsync(db, report, ct);
        await StageChecklistsAsync(db, report, ct);
        await StageIndicatorsAsync(db, report, ct);
        await StageEventsAsync(db, report, ct);
        await db.CommitAsync(ct);
    }

    private static async Task StageTextsAsync(CatalogueEdit db, SeedFramework f, CancellationToken ct)
    {
        (string Name, IReadOnlyList<string> Texts, string? Lines)[] all =
        [
            (nameof(f.Name), [f.Name], null),
            (nameof(f.TechnicalSecretariat), f.TechnicalSecretariat, null),
            (nameof(f.WorkingGroup), [f.WorkingGroup.Name], f.WorkingGroup.Src),
            ("WorkingGroupFounded", [f.WorkingGroup.Founded], f.WorkingGroup.Src),
            (nameof(f.Members), f.Members, null),
            (nameof(f.Observer), f.Observer, null),
            ("LeadCountry2021", [f.LeadCountry2021], null),
            ("ProTemporePresidency2021", [f.ProTemporePresidency2021], null),
            (nameof(f.ExpertPanel), f.ExpertPanel, null),
            (nameof(f.GuidingReferences), f.GuidingReferences, null),
            (nameof(f.DocumentYear), [f.DocumentYear], null),
        ];
        foreach (var (name, texts, lines) in all)
            foreach (var (i, text) in texts.Index()) await db.WriteAsync(AddText, new { Name = name, Position = i + 1, Text = text, Lines = lines }, ct);
    }

    private static async Task StageListsAsync(CatalogueEdit db, ReportFile report, CancellationToken ct)
    {
        foreach (var (i, axis) in report.Axes.Index())
            await db.WriteAsync(AddAxis, new { axis.Code, axis.Name, axis.NameEs, Position = i + 1, axis.Page }, ct);
        foreach (var (i, topic) in report.GroupTopics2021.Index())
            await db.WriteAsync(AddTopic, new { topic.Code, topic.Name, topic.NameEs, Position = i + 1 }, ct);
        foreach (var body in report.RegionalInstitutions) await db.WriteAsync(AddInstitution, body, ct);
        foreach (var country in report.Countries)
            foreach (var role in country.Roles) await db.WriteAsync(AddRole, new { country.Code, role.Year, role.Role, Note = country.Role }, ct);
        foreach (var expert in report.Experts)
            foreach (var role in expert.Roles) await db.WriteAsync(AddRole, new { expert.Code, role.Year, role.Role, Note = (string?)null }, ct);
        // The source has no cycles; the report stands for the first half of its year.
        await db.WriteAsync(AddCycle, new
        {
            Code = LoadReport2021.Cycle,
            Starts = new DateOnly(2021, 1, 1),
            Ends = new DateOnly(2021, 6, 30),
            State = CycleState.Closed,
            Mark = Mark.Inferred,
        }, ct);
        foreach (var (i, anomaly) in report.SourceAnomalies.Index())
            await db.WriteAsync(AddAnomaly, new { anomaly.Id, anomaly.What, anomaly.Src, Position = i + 1 }, ct);
    }

    private static async Task StageChecklistsAsync(CatalogueEdit db, ReportFile report, CancellationToken ct)
    {
        foreach (var (i, list) in report.Checklists.Index())
        {
            await db.WriteAsync(AddChecklist, new { list.Code, list.Name, list.Axis, list.ReferencePractice, list.Src, Position = i + 1 }, ct);
            foreach (var (n, text) in list.Items.Index())
            {
                var mark = list.ItemMarks.TryGetValue(n + 1, out var own) ? own : Mark.Stated;
                await db.WriteAsync(AddChecklistItem,
                    new { list.Code, ItemNo = n + 1, Text = text, Mark = mark, Note = list.ItemNotes.GetValueOrDefault(n + 1) }, ct);
            }
            foreach (var (n, text) in list.RequiredFeatures.Index())
                await db.WriteAsync(AddChecklistFeature, new { list.Code, FeatureNo = n + 1, Text = text }, ct);
        }
    }

    private static async Task StageIndicatorsAsync(CatalogueEdit db, ReportFile report, CancellationToken ct)
    {
        foreach (var (i, common) in report.RegionalCommonIndicators.Index())
        {
            await db.WriteAsync(AddCommonIndicator, new
            {
                common.Code,
                common.Name,
                common.Kind,
                Note = common.Note ?? common.UnitWarning,
                RegionNumerator = common.Region?.Numerator,
                RegionDenominator = common.Region?.Denominator,
                common.Percent,
                Position = i + 1,
                common.Mark,
            }, ct);
            await db.WriteAsync(AddDefinition, new
            {
                common.Code,
                common.Name,
                common.NameEs,
                common.Kind,
                OverlapRule = CommonRules.UsualOverlap(common.Kind),
                Note = common.Note ?? common.UnitWarning,
                common.NoteEs,
            }, ct);
            foreach (var (n, step) in common.Steps.Index())
            {
                await db.WriteAsync(AddCommonStep, new { common.Code, Position = n + 1, Name = step }, ct);
                await db.WriteAsync(AddDefinitionStep, new { common.Code, Position = n + 1, Name = step }, ct);
            }
        }
        foreach (var regional in report.Indicators.Where(i => i.Initiative is null && i.Country is null))
            await db.WriteAsync(AddRegionalIndicator, new
            {
                regional.Code,
                regional.Name,
                regional.Kind,
                Value = SeedValue.Number(regional),
                regional.Agg,
                regional.Note,
                regional.Status,
            }, ct);
    }

    private static async Task StageEventsAsync(CatalogueEdit db, ReportFile report, CancellationToken ct)
    {
        foreach (var (i, e) in report.Timeline.Index().Where(e => !StatementRows.IsOfTenant(report, e.Item)))
            await db.WriteAsync(AddEvent, new
            {
                Id = SeedId.Of("RegionalEvent", i),
                HappenedText = e.Date,
                HappenedOn = SeedValue.FirstDay(e.Date),
                About = CountryCode.TryParse(e.Country, out var about) && e.Country != "REG" ? about : (CountryCode?)null,
                Text = e.Event,
                Position = i + 1,
            }, ct);
    }
}
