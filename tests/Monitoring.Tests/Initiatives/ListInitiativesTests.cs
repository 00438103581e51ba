using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

public sealed class ListInitiativesTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_country_sees_its_own_and_finds_them_without_accents(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.InitiativeAsync(World.Mexico, "MX-ONE");
        await AddAsync(world, "HN-NINEZ", "Protección de la niñez");
        await AddAsync(world, "HN-ARTE", "Arte 100% comunitario");

        (await CodesAsync(world, new())).ShouldBe(["HN-NINEZ", "HN-ARTE"]);
        (await CodesAsync(world, new(Search: "PROTECCION ninez"))).ShouldBe(["HN-NINEZ"]);
        (await CodesAsync(world, new(Search: "100%"))).ShouldBe(["HN-ARTE"]);
        (await CodesAsync(world, new(Search: "_"))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Filters_narrow_and_completeness_is_counted_from_rows(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var late = await world.InitiativeAsync(World.Honduras, "HN-LATE", "Pilot");
        await world.NextStepAsync(World.Honduras, late, "HN-LATE-N1", "2021-11-14");
        await world.NextStepAsync(World.Honduras, late, "HN-LATE-N2", "2021-11-15");
        await world.InitiativeAsync(World.Honduras, "HN-NEW", "Idea");

        (await CodesAsync(world, new(Stage: InitiativeStage.Pilot))).ShouldBe(["HN-LATE"]);
        (await CodesAsync(world, new(Outlook: Outlook.Blocked))).ShouldBeEmpty();
        (await CodesAsync(world, new(Overdue: true))).ShouldBe(["HN-LATE"]);
        (await CodesAsync(world, new(Gap: Gap.NoNextSteps))).ShouldBe(["HN-NEW"]);
        (await CodesAsync(world, new(Axis: "A1", Gap: Gap.NoResults))).Count.ShouldBe(2);
        var facts = (await new ListInitiatives(world.As(Focal)).RunAsync(World.Honduras, new(Stage: InitiativeStage.Pilot), null, 1)).Page.Rows.ShouldHaveSingleItem();
        // The due date itself is not yet overdue.
        (facts.Steps, facts.StepsOverdue, facts.StepsDone, facts.Results).ShouldBe((2, 1, 0, 0));
        CompletenessRules.Missing(facts).ShouldNotContain(SheetPart.NextSteps);
        CompletenessRules.Missing(facts).ShouldContain(SheetPart.Results);
    }

    [Fact]
    public async Task Pages_hold_fifty_and_an_order_that_is_not_offered_is_refused()
    {
        await using var world = await World.OpenAsync();
        for (var i = 0; i < 51; i++) await world.InitiativeAsync(World.Honduras, $"HN-{i:000}");
        var list = new ListInitiatives(world.As(Focal));
        var first = (await list.RunAsync(World.Honduras, new(), "code", 1)).Page;
        (first.Rows.Count, first.HasMore, first.Rows[0].Code).ShouldBe((50, true, "HN-000"));
        (await list.RunAsync(World.Honduras, new(), "-code", 2)).Page.Rows.ShouldHaveSingleItem().Code.ShouldBe("HN-000");
        await Should.ThrowAsync<UnknownChoiceException>(() => list.RunAsync(World.Honduras, new(), "i.Code; drop table Initiative", 1));
    }

    [Theory, EveryDatabase]
    public async Task What_hangs_on_a_page_is_read_with_it_and_institutions_are_found_by_a_part_of_their_name_or_their_acronym(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var list = new ListInitiatives(world.As(Focal));
        var all = await list.AllAsync(World.Honduras, new(), null);
        var page = await list.RunAsync(World.Honduras, new(), "-results", 1);
        page.Page.Rows.Select(r => r.Results).ShouldBeInOrder(SortDirection.Descending);
        page.Page.Rows.Count.ShouldBe(all.Page.Rows.Count, "Honduras has one page");
        foreach (var row in page.Page.Rows)
            (row.TopicNames, row.InChargeNames).ShouldBe((all.Page.Rows.Single(r => r.Id == row.Id).TopicNames, all.Page.Rows.Single(r => r.Id == row.Id).InChargeNames), row.Code);
        page.Page.Rows.ShouldContain(r => r.InChargeNames != null);
        (await list.RunAsync(World.Honduras, new(), "-overdue", 1)).Page.Rows.Select(r => r.StepsOverdue).ShouldBeInOrder(SortDirection.Descending);

        var whole = await CodesAsync(world, new(Institution: "Secretariat for Human Rights"));
        whole.ShouldNotBeEmpty();
        (await CodesAsync(world, new(Institution: "human rights"))).ShouldBe(whole, ignoreOrder: true);
        (await CodesAsync(world, new(Institution: "SEDH"))).ShouldBe(whole, ignoreOrder: true);
        (await CodesAsync(world, new(Institution: "%"))).ShouldBeEmpty("a sign is a sign");
    }

    [Theory, EveryDatabase]
    public async Task Every_gap_asks_for_what_completeness_finds_missing(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var all = (await new ListInitiatives(world.As(Focal)).AllAsync(World.Honduras, new(), null)).Page.Rows;
        var parts = new Dictionary<Gap, SheetPart>
        {
            [Gap.NotAssessed] = SheetPart.Outlook,
            [Gap.NoCoverage] = SheetPart.Coverage,
            [Gap.NoLength] = SheetPart.Length,
            [Gap.NoInCharge] = SheetPart.InCharge,
            [Gap.NoTargetPopulation] = SheetPart.TargetPopulation,
            [Gap.NoObjectives] = SheetPart.Objectives,
            [Gap.NoChallenges] = SheetPart.Challenges,
            [Gap.NoResults] = SheetPart.Results,
            [Gap.NoNextSteps] = SheetPart.NextSteps,
            [Gap.NoDueDates] = SheetPart.DueDates,
            [Gap.NoBudget] = SheetPart.Budget,
        };
        foreach (var gap in Enum.GetValues<Gap>())
            (await CodesAsync(world, new(Gap: gap))).ShouldBe(all.Where(i => CompletenessRules.Missing(i).Contains(parts[gap])).Select(i => i.Code), ignoreOrder: true, gap.ToString());
    }

    [Fact]
    public void An_address_that_was_kept_when_overdue_was_a_gap_still_asks_for_it()
    {
        InitiativeQuery.Of(new InitiativeAddress { Gap = "Overdue" }).Filter.ShouldBe(new InitiativeFilter(Overdue: true));
        InitiativeQuery.Of(new InitiativeAddress { Overdue = "yes", Gap = "NoBudget" }).Filter.ShouldBe(new InitiativeFilter(Gap: Gap.NoBudget, Overdue: true));
        Should.Throw<UnknownChoiceException>(() => InitiativeQuery.Of(new InitiativeAddress { Overdue = "maybe" }));
    }

    [Fact]
    public async Task An_illustrative_amount_is_no_report()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        await world.Behind.RawAsync("""
            insert into BudgetLine (Country, Id, InitiativeId, FiscalYear, Currency, NationalMinor, Mark, Version, ChangedAt, ChangedBy)
            values ('HND', @Line, @Id, 2021, 'USD', 100, 'Illustrative', 1, '2021-11-15 15:00:00', 'test')
            """, new { Line = Guid.CreateVersion7(), Id = id });
        (await CodesAsync(world, new(Gap: Gap.NoBudget))).ShouldBe(["HN-ONE"]);
    }

    private static async Task AddAsync(World world, string code, string title) => (await new AddInitiative(world.As(Focal)).RunAsync(World.Honduras,
        new InitiativeDraft { Code = code, Title = title, Summary = "Resumen", ContentLanguage = "es", AxisCode = "A1" })).Ok.ShouldBeTrue();

    private static async Task<List<string>> CodesAsync(World world, InitiativeFilter filter) =>
        (await new ListInitiatives(world.As(Focal)).RunAsync(World.Honduras, filter, null, 1)).Page.Rows.Select(r => r.Code).ToList();
}
