using Monitoring.Web.Audit;
using Monitoring.Web.Budgets;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.Audit;

/// <summary>An earlier value of each room comes back as a new change.</summary>
public sealed class RestoreOfRoomsTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);
    private static readonly CellKey Total = CellKey.TotalOf(CellKey.All);

    [Theory, EveryDatabase]
    public async Task A_value_comes_back_with_its_state_and_an_emptied_cell_is_filled_again(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var indicator = (await new AddIndicator(gate).RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-I1", Name = "Persons", Unit = "persons", BySex = true, ByAge = true })).Row!;
        var period = PeriodRules.Read("2021-S2")!;
        Task<SavedValues> Put(int version, CellValue? value) => new SaveValues(gate, world.Clock).RunAsync(World.Honduras,
            new ValuesDraft { IndicatorId = indicator.Id, DefinitionNo = 1, Period = period, Cells = [new CellEntry(Total, version, value)] });
        await Put(0, new CellValue { Value = 5 });
        await Put(1, new CellValue { State = ValueState.NotCollected });
        await RestoreLastAsync(world, "State");
        (await ValueAsync()).ShouldSatisfyAllConditions(v => v!.State.ShouldBe(ValueState.Reported), v => v!.Value.ShouldBe(5));
        await Put(3, null);
        (await ValueAsync()).ShouldBeNull();
        await RestoreLastAsync(world, "Value");
        (await ValueAsync())!.Value.ShouldBe(5);

        async Task<MeasurementRow?> ValueAsync() => (await new ReadIndicator(gate, world.Clock).RunAsync(World.Honduras, "HN-I1"))!.Of(period).SingleOrDefault();
    }

    [Theory, EveryDatabase]
    public async Task Amounts_come_back_with_their_currency(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var line = (await new AddBudgetLine(gate, world.Clock).RunAsync(World.Honduras, new BudgetLineDraft { InitiativeId = id, FiscalYear = 2021, Currency = "USD", RequiredMinor = 100_00 })).Row!;
        await new SaveBudgetLine(gate, world.Clock).RunAsync(World.Honduras, BudgetLineDraft.Of(line) with { Currency = "HNL", RequiredMinor = 2400_00 });
        await RestoreLastAsync(world, "RequiredMinor");
        var now = (await new ListBudgetLines(gate).RunAsync(World.Honduras)).Lines.Single();
        (now.Currency, now.RequiredMinor, now.Version).ShouldBe(("USD", 100_00, 3));
    }

    [Theory, EveryDatabase]
    public async Task A_commitment_and_a_definition_come_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var commitment = (await new SaveCommitment(gate).RunAsync(World.Honduras, new CommitmentDraft { ContentLanguage = "en", Code = "HN-C1", Statement = "A law.", TargetOn = new(2021, 12, 1) })).Row!;
        await new SaveCommitment(gate).RunAsync(World.Honduras, CommitmentDraft.Of(commitment) with { TargetOn = null });
        await RestoreLastAsync(world, "TargetOn");
        (await new ListCommitments(gate).RunAsync(World.Honduras)).Facts.Single().TargetOn.ShouldBe(new DateOnly(2021, 12, 1));

        var indicator = (await new AddIndicator(gate).RunAsync(World.Honduras, new IndicatorDraft { ContentLanguage = "en", Code = "HN-I1", Name = "Persons", Unit = "persons", Target = 20 })).Row!;
        await new SaveDefinition(gate).RunAsync(World.Honduras, DefinitionDraft.Of(indicator) with { Target = 30 });
        await RestoreLastAsync(world, "Target");
        var sheet = (await new ReadIndicator(gate, world.Clock).RunAsync(World.Honduras, "HN-I1"))!;
        (sheet.Indicator.Target, sheet.Indicator.CurrentDefinition).ShouldBe((20, 3));
    }

    [Theory, EveryDatabase]
    public async Task Every_field_of_a_fact_sheet_comes_back_one_by_one(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var gate = world.As(Focal);
        var before = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-MAHE"))!;
        var initiative = before.Initiative;
        await new SaveHead(gate).RunAsync(World.Honduras, HeadDraft.Of(initiative) with { Title = "Other", Summary = "Other too" });
        await RestoreLastAsync(world, "Title");
        var sheet = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-MAHE"))!;
        (sheet.Initiative.Title, sheet.Initiative.Summary).ShouldBe((initiative.Title, "Other too"), "a sentence stands for itself");
        (await new ListInitiatives(gate).RunAsync(World.Honduras, new(Search: initiative.Title), null, 1)).Page.Rows.ShouldHaveSingleItem("what came back is found again");
        await new SaveStatus(gate).RunAsync(World.Honduras, StatusDraft.Of(sheet.Initiative) with { ProgressPercent = 40 });
        await RestoreLastAsync(world, "ProgressPercent");
        await new SaveScope(gate).RunAsync(World.Honduras, ScopeDraft.Of((await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-MAHE"))!.Initiative) with { Coverage = "Elsewhere", StartsOn = new(2020, 2, 1) });
        await RestoreLastAsync(world, "StartsOn");
        await new SaveResult(gate, world.Clock).RunAsync(World.Honduras, ResultDraft.Of(before.Results[0]) with { Text = "Other" });
        await RestoreLastAsync(world, "Text");
        var item = before.Items[Section.Objective].First();
        await new SaveItem(gate).RunAsync(World.Honduras, ItemDraft.Of(item) with { Text = "Other" });
        await RestoreLastAsync(world, "Text");
        var party = before.Parties.SelectMany(p => p).First();
        await new SaveParty(gate).RunAsync(World.Honduras, PartyDraft.Of(party) with { PrintedName = "Other" });
        await RestoreLastAsync(world, "PrintedName");

        sheet = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-MAHE"))!;
        (sheet.Initiative.ProgressPercent, sheet.Initiative.StartsOn, sheet.Initiative.Coverage).ShouldBe((initiative.ProgressPercent, initiative.StartsOn, "Elsewhere"));
        sheet.Results.Single(r => r.Id == before.Results[0].Id).Text.ShouldBe(before.Results[0].Text);
        sheet.Items[Section.Objective].Single(i => i.Id == item.Id).Text.ShouldBe(item.Text);
        sheet.Parties.SelectMany(p => p).Single(p => p.Id == party.Id).PrintedName.ShouldBe(party.PrintedName);
        await using var read = await world.Job.ReadAsync(World.Honduras);
        (await AuditChain.FirstFaultAsync(read)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task What_was_taken_out_comes_back_from_history_and_a_second_time_changes_nothing(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var gate = world.As(Focal);
        var before = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-MAHE"))!;
        var commitment = (await new SaveCommitment(gate).RunAsync(World.Honduras, new CommitmentDraft { Code = "HN-C1", Statement = "A law.", ContentLanguage = "en" })).Row!;
        var line = (await new AddBudgetLine(gate, world.Clock).RunAsync(World.Honduras, new BudgetLineDraft { InitiativeId = before.Initiative.Id, FiscalYear = 2021, Currency = "USD", RequiredMinor = 100_00 })).Row!;
        var said = (await new SaveStatement(gate, world.Clock).RunAsync(World.Honduras, new StatementDraft { ContentLanguage = "en", Text = "A law.", AxisCode = before.Initiative.AxisCode })).Row!;
        var happened = (await new SaveTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, new TimelineEventDraft { ContentLanguage = "en", Text = "A study.", HappenedText = "2020" })).Row!;
        var id = before.Initiative.Id;
        (string Subject, Func<Task<bool>> Retire)[] all =
        [
            ("Result", async () => (await new RetireResult(gate, world.Clock).RunAsync(World.Honduras, id, before.Results[0])).Ok),
            ("InitiativeItem", async () => (await new RetireItem(gate, world.Clock).RunAsync(World.Honduras, id, before.Items[Section.Objective].First())).Ok),
            ("InitiativeInstitution", async () => (await new RetireParty(gate, world.Clock).RunAsync(World.Honduras, before.Parties.SelectMany(p => p).First())).Ok),
            ("NextStep", async () => (await new RetireNextStep(gate, world.Clock).RunAsync(World.Honduras, id, before.Steps[0])).Ok),
            ("Commitment", async () => (await new RetireCommitment(gate, world.Clock).RunAsync(World.Honduras, commitment)).Ok),
            ("BudgetLine", async () => (await new RetireBudgetLine(gate, world.Clock).RunAsync(World.Honduras, line)).Ok),
            ("CountryStatement", async () => (await new RetireStatement(gate, world.Clock).RunAsync(World.Honduras, said)).Ok),
            ("TimelineEvent", async () => (await new RetireTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, happened)).Ok),
            ("Initiative", async () => (await new ArchiveInitiative(gate, world.Clock).RunAsync(World.Honduras, before.Initiative)).Ok),
        ];
        foreach (var (subject, retire) in all)
        {
            HistoryRules.CanBringBack(subject).ShouldBeTrue(subject);
            (await retire()).ShouldBeTrue(subject);
            var link = (await new ListChanges(gate).RunAsync(World.Honduras, new(), 1)).Page.Rows[0];
            (link.Subject, link.Action).ShouldBe((subject, ChangeAction.Retired));
            await Should.ThrowAsync<AccessRefusedException>(() => Restoring(world).BringBackAsync(World.Mexico, link.LinkNo));
            (await Restoring(world).BringBackAsync(World.Honduras, link.LinkNo)).ShouldBe(SaveOutcome.Saved, subject);
            var links = (await new ListChanges(gate).RunAsync(World.Honduras, new(), 1)).Page.Rows[0].LinkNo;
            (await Restoring(world).BringBackAsync(World.Honduras, link.LinkNo)).ShouldBe(SaveOutcome.Saved, subject);
            (await new ListChanges(gate).RunAsync(World.Honduras, new(), 1)).Page.Rows[0].LinkNo.ShouldBe(links, "it was there already");
            (await Restoring(world).BringBackAsync(World.Honduras, links)).ShouldBe(SaveOutcome.NotFound, "nothing was taken out there");
        }
        var after = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-MAHE"))!;
        (after.IsArchived, after.Results.Count, after.Steps.Count).ShouldBe((false, before.Results.Count, before.Steps.Count));
    }

    [Theory, EveryDatabase]
    public async Task What_a_country_says_and_an_event_come_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(Focal);
        var said = (await new SaveStatement(gate, world.Clock).RunAsync(World.Honduras, new StatementDraft { ContentLanguage = "en", Text = "A law.", AxisCode = "A1" })).Row!;
        await new SaveStatement(gate, world.Clock).RunAsync(World.Honduras, StatementDraft.Of(said) with { Text = "Two laws." });
        await RestoreLastAsync(world, "Text");
        var happened = (await new SaveTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, new TimelineEventDraft { ContentLanguage = "en", Text = "A study.", HappenedText = "2020" })).Row!;
        await new SaveTimelineEvent(gate, world.Clock).RunAsync(World.Honduras, TimelineEventDraft.Of(happened) with { HappenedText = "2019" });
        await RestoreLastAsync(world, "HappenedText");
        var home = (await new ReadCountryHome(gate, world.Clock).RunAsync(World.Honduras))!;
        (home.Statements.Single().Text, home.Statements.Single().Version, home.Events.Single().HappenedText).ShouldBe(("A law.", 3, "2020"));
    }

    private static async Task RestoreLastAsync(World world, string field)
    {
        var history = await new ListChanges(world.As(Focal)).RunAsync(World.Honduras, new(), 1);
        var change = history.Fields[history.Page.Rows[0].LinkNo].Single(f => f.Field == field);
        (await Restoring(world).RunAsync(World.Honduras, change.LinkNo, change.ChangeNo)).ShouldBe(SaveOutcome.Saved);
    }

    private static RestoreValue Restoring(World world)
    {
        var gate = world.As(Focal);
        var archive = new ArchiveInitiative(gate, world.Clock);
        return new RestoreValue(gate,
        [
            new RestoreInitiative(gate, new SaveStatus(gate), new SaveHead(gate), new SaveScope(gate), archive),
            new RestoreItem(gate, new SaveItem(gate), new RetireItem(gate, world.Clock)), new RestoreParty(gate, new SaveParty(gate), new RetireParty(gate, world.Clock)),
            new RestoreResult(gate, new SaveResult(gate, world.Clock), new RetireResult(gate, world.Clock)),
            new RestoreNextStep(gate, new SaveNextStep(gate), new RetireNextStep(gate, world.Clock)),
            new RestoreBudgetLine(gate, new SaveBudgetLine(gate, world.Clock), new RetireBudgetLine(gate, world.Clock)),
            new RestoreCommitment(gate, new SaveCommitment(gate), new RetireCommitment(gate, world.Clock)),
            new RestoreStatement(gate, new SaveStatement(gate, world.Clock), new RetireStatement(gate, world.Clock)),
            new RestoreTimelineEvent(gate, new SaveTimelineEvent(gate, world.Clock), new RetireTimelineEvent(gate, world.Clock)),
            new RestoreDefinition(gate, new SaveDefinition(gate), new SaveMapping(gate)), new RestoreMeasurement(gate, new SaveValues(gate, world.Clock)),
        ]);
    }
}
