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
        var gate = world.As(Focal);
        var history = await new ListChanges(gate).RunAsync(World.Honduras, new(), 1);
        var change = history.Fields[history.Page.Rows[0].LinkNo].Single(f => f.Field == field);
        Restorer[] rooms =
        [
            new RestoreBudgetLine(gate, new SaveBudgetLine(gate, world.Clock)), new RestoreCommitment(gate, new SaveCommitment(gate)),
            new RestoreStatement(gate, new SaveStatement(gate, world.Clock)), new RestoreTimelineEvent(gate, new SaveTimelineEvent(gate, world.Clock)),
            new RestoreDefinition(gate, new SaveDefinition(gate), new SaveMapping(gate)), new RestoreMeasurement(gate, new SaveValues(gate, world.Clock)),
        ];
        (await new RestoreValue(gate, new SaveStatus(gate), new SaveNextStep(gate), rooms).RunAsync(World.Honduras, change.LinkNo, change.ChangeNo)).ShouldBe(SaveOutcome.Saved);
    }
}
