using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;
using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>What stands still while a report is on its way, and what an accepted report closes for good.</summary>
public sealed class LockTests
{
    [Theory, EveryDatabase]
    public async Task Between_sending_and_acceptance_no_living_row_is_edited_and_the_refusal_says_why(Engine engine)
    {
        foreach (var state in Enum.GetValues<ContentState>())
        {
            await using var world = await World.OpenAsync(engine);
            var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
            var step = await world.NextStepAsync(World.Honduras, initiative, "HN-ONE-N1");
            await world.AssignAsync(World.Contributor(World.Honduras), initiative);
            var report = new Reporting(world, World.Honduras);
            await report.BringToAsync(state);
            var locked = state is ContentState.Submitted or ContentState.Approved;
            var links = await LinksAsync(world);
            foreach (var who in new[] { report.Focal, World.Contributor(World.Honduras) })
            {
                foreach (var (name, problem, outcome) in await EveryEditAsync(world, who, initiative, step))
                {
                    if (!locked)
                    {
                        (outcome is SaveOutcome.Saved or SaveOutcome.Conflict).ShouldBeTrue($"{state} {who.Role} {name}: {outcome} {problem?.TextKey}");
                        continue;
                    }
                    outcome.ShouldBe(SaveOutcome.Refused, $"{state} {who.Role} {name}");
                    problem!.TextKey.ShouldBe("Locked." + state, name);
                    problem.Values.ShouldBe([Reporting.Cycle, (state is ContentState.Submitted ? report.Focal : report.Approver).Name, World.Start.UtcDateTime]);
                }
                (await world.As(who).MayAsync(May.EditInitiative, World.Honduras, initiative)).ShouldBe(!locked, "no control is offered that would be refused");
                (await world.As(who).HoldsAsync(May.ReadCountry, World.Honduras)).ShouldBeTrue();
            }
            if (locked) (await LinksAsync(world)).ShouldBe(links, "nothing was written");
        }
    }

    [Theory, EveryDatabase]
    public async Task The_door_itself_refuses_whatever_a_room_writes(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var report = new Reporting(world, World.Honduras);
        await report.BringToAsync(ContentState.Submitted);
        await using (var db = await world.As(report.Focal).EditAsync(World.Honduras, May.EditCountry))
        {
            await db.StageAsync(Retitle, new { Id = initiative });
            (await Should.ThrowAsync<LockedException>(() => db.CommitAsync(Of(ChangeAction.Edited, "Initiative", initiative), Guid.CreateVersion7())))
                .Problem.TextKey.ShouldBe("Locked.Submitted");
        }
        (await world.Behind.ScalarAsync<string>("select Title from Initiative")).ShouldBe("HN-ONE");

        // Other countries go on.
        var mexican = await world.InitiativeAsync(World.Mexico, "MX-ONE", "Completed");
        await using var other = await world.As(World.FocalPoint(World.Mexico)).EditAsync(World.Mexico, May.EditCountry);
        await other.StageAsync(Retitle, new { Id = mexican });
        await other.CommitAsync(Of(ChangeAction.Edited, "Initiative", mexican), Guid.CreateVersion7());
    }

    [Theory, EveryDatabase]
    public async Task An_acceptance_and_an_edit_at_once_freeze_what_the_country_has(Engine engine)
    {
        for (var i = 0; i < 10; i++)
        {
            await using var world = await World.OpenAsync(engine);
            var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
            var report = new Reporting(world, World.Honduras);
            await report.BringToAsync(ContentState.Approved);
            var edit = Task.Run(async () => await new SaveStatus(world.As(report.Focal)).RunAsync(World.Honduras, Suspended(initiative)));
            var accept = Task.Run(async () => await report.StepAsync(World.Lead, ReportActor.Lead, ReportAction.Accept));
            (await accept).Ok.ShouldBeTrue();
            var edited = await edit;
            // Before the acceptance it is refused, after it the rows live again; in the snapshot it is in neither case.
            if (!edited.Ok) edited.Problem!.TextKey.ShouldBe("Locked.Approved");
            (await world.Behind.ScalarAsync<string>("select Stage from FrozenInitiative")).ShouldBe("Completed");
            await using var db = await world.Job.ReadAsync(World.Honduras);
            (await CheckSnapshots.FirstFaultAsync(db)).ShouldBeNull();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_value_of_an_accepted_period_changes_only_by_restatement_with_a_reason(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var id = await world.Behind.ScalarAsync<Guid>("select Id from Measurement where Country = 'HND' and Value = 27");
        (await WriteAsync(world, SetValue, id, ChangeAction.Edited, null)).ShouldBe("Locked.Accepted 2021-S1");
        (await WriteAsync(world, SetValue, id, ChangeAction.Restated, " ")).ShouldBe("Locked.Accepted 2021-S1");
        (await world.Behind.ScalarAsync<decimal>("select Value from Measurement where Id = @id", new { id })).ShouldBe(27);
        (await WriteAsync(world, SetValue, id, ChangeAction.Restated, "Counted again.")).ShouldBe("written");
        (await world.Behind.ScalarAsync<decimal>("select Value from FrozenMeasurement where MeasurementId = @id", new { id })).ShouldBe(27, "what was published stays");
    }

    [Theory, EveryDatabase]
    public async Task A_value_of_an_open_period_is_edited_but_not_moved_into_a_closed_one(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine);
        var id = Guid.CreateVersion7();
        await world.LoadAsync(World.Honduras, AddValue, new { Id = id }, "Measurement", id, "HN-MAHE-I1");
        (await WriteAsync(world, SetValue, id, ChangeAction.Edited, null)).ShouldBe("written");
        (await WriteAsync(world, MoveToClosedPeriod, id, ChangeAction.Edited, null)).ShouldBe("Locked.Accepted 2021-S1");
        (await WriteAsync(world, MoveToClosedPeriod, id, ChangeAction.Restated, "It was of the first half.")).ShouldBe("written");
        (await WriteAsync(world, SetValue, id, ChangeAction.Edited, null)).ShouldBe("Locked.Accepted 2021-S1", "now it is of a closed period, though no snapshot holds it");
    }

    [Theory, EveryDatabase]
    public async Task A_budget_line_that_a_snapshot_holds_is_restated(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE", "Completed");
        var (old, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await world.LoadAsync(World.Honduras, AddLine, new { Id = old, InitiativeId = initiative, FiscalYear = 2021 }, "BudgetLine", old, "2021");
        await new Reporting(world, World.Honduras).BringToAsync(ContentState.Accepted);
        await world.LoadAsync(World.Honduras, AddLine, new { Id = late, InitiativeId = initiative, FiscalYear = 2021 }, "BudgetLine", late, "2021");
        (await WriteAsync(world, SetAmount, old, ChangeAction.Edited, null)).ShouldBe("Locked.Accepted 2021-S2");
        (await WriteAsync(world, SetAmount, old, ChangeAction.Restated, "A cent was missing.")).ShouldBe("written");
        (await WriteAsync(world, SetAmount, late, ChangeAction.Edited, null)).ShouldBe("written", "half a year does not cover the fiscal year");
        await world.Behind.RawAsync("update ReportingCycle set StartsOn = '2021-01-01'");
        (await WriteAsync(world, SetAmount, late, ChangeAction.Edited, null)).ShouldBe("Locked.Accepted 2021-S2");
    }

    private static readonly CountrySql AddLine = CountrySql.Of("""
        insert into BudgetLine (Country, Id, InitiativeId, FiscalYear, Currency, RequiredMinor, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @FiscalYear, 'USD', 100, 'Reported', 1, @Now, @Person)
        """);

    private static readonly CountrySql SetAmount = CountrySql.Of("update BudgetLine set RequiredMinor = 101 where Country = @Country and Id = @Id");

    private static readonly CountrySql AddValue = CountrySql.Of("""
        insert into Measurement (Country, Id, IndicatorId, DefinitionNo, PeriodText, PeriodStart, PeriodEnd, State, Value, Mark, Version, ChangedAt, ChangedBy)
        select @Country, @Id, i.Id, i.CurrentDefinition, '2021-S2', '2021-07-01', '2021-12-31', 'Reported', 5, 'Reported', 1, @Now, @Person
          from Indicator i
         where i.Country = @Country and i.Code = 'HN-MAHE-I1'
        """);

    private static readonly CountrySql Retitle = CountrySql.Of("update Initiative set Title = 'Changed' where Country = @Country and Id = @Id");

    private static readonly CountrySql SetValue = CountrySql.Of("update Measurement set Value = 28 where Country = @Country and Id = @Id");

    private static readonly CountrySql MoveToClosedPeriod = CountrySql.Of(
        "update Measurement set PeriodStart = '2021-01-01', PeriodEnd = '2021-06-30' where Country = @Country and Id = @Id");

    private static async Task<string> WriteAsync(World world, CountrySql sql, Guid id, ChangeAction action, string? reason)
    {
        await using var db = await world.As(World.FocalPoint(World.Honduras)).EditAsync(World.Honduras, May.EditCountry);
        (await db.StageAsync(sql, new { Id = id })).ShouldBe(1);
        try
        {
            await db.CommitAsync(Of(action, sql.PeriodTable!, id, reason), Guid.CreateVersion7());
            return "written";
        }
        catch (LockedException e)
        {
            return $"{e.Problem.TextKey} {e.Problem.Values[0]}";
        }
    }

    private static async Task<List<(string Name, Problem? Problem, SaveOutcome Outcome)>> EveryEditAsync(World world, TestPerson who, Guid initiative, Guid step)
    {
        var gate = world.As(who);
        var all = new List<(string, Problem?, SaveOutcome)>();
        void Add<T>(string name, Saved<T> saved) => all.Add((name, saved.Problem, saved.Outcome));
        Add("status", await new SaveStatus(gate).RunAsync(World.Honduras, Suspended(initiative)));
        Add("scope", await new SaveScope(gate).RunAsync(World.Honduras, new ScopeDraft { Id = initiative, Version = 1, Coverage = "Everywhere " + who.Role }));
        Add("item", await new AddItem(gate).RunAsync(World.Honduras, new ItemDraft { InitiativeId = initiative, Section = Section.Challenge, Text = "A challenge" }));
        Add("result", await new AddResult(gate, world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = initiative, Text = "A result" }));
        Add("step", await new SaveNextStep(gate).RunAsync(World.Honduras, new NextStepDraft
        {
            Id = step,
            Version = 1,
            InitiativeId = initiative,
            Text = "Another text " + who.Role,
            Status = NextStepStatus.Done,
        }));
        Add("new step", await new AddNextStep(gate).RunAsync(World.Honduras, new NextStepDraft { InitiativeId = initiative, Text = "A new step" }));
        if (who.Role is Role.FocalPoint)
            Add("initiative", await new AddInitiative(gate).RunAsync(World.Honduras, new InitiativeDraft
            {
                Code = "HN-NEW",
                Title = "New",
                Summary = "A summary.",
                ContentLanguage = "es",
                AxisCode = "A1",
            }));
        return all;
    }

    private static StatusDraft Suspended(Guid initiative) =>
        new() { Id = initiative, Version = 1, Stage = Monitoring.Web.Initiatives.Stage.Suspended, Outlook = Outlook.Delayed };

    private static Change Of(ChangeAction action, string subject, Guid id, string? reason = null) => new(action, subject, id, subject, [], reason);

    private static Task<int> LinksAsync(World world) => world.Behind.ScalarAsync<int>("select count(*) from AuditLink where Country = 'HND'");
}
