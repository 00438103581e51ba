using Monitoring.Web.Budgets;

namespace Monitoring.Tests.Budgets;

public sealed class SaveBudgetLineTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_line_is_added_changed_taken_out_and_brought_back(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var edits = Edits(world, Focal);
        var draft = new BudgetLineDraft { InitiativeId = id, FiscalYear = 2021, Currency = "HNL", RequiredMinor = 100_000_00, Funder = "Treasury" };
        var added = (await edits.SaveAsync(World.Honduras, draft, null)).Row!;
        (added.Label, added.Mark, added.RequiredMinor).ShouldBe(("HN-ONE 2021", Mark.Reported, 100_000_00));
        (await edits.SaveAsync(World.Honduras, draft, null)).Ok.ShouldBeTrue("a retry writes once");
        (await ListAsync(world)).Lines.Count.ShouldBe(1);
        var saved = (await edits.SaveAsync(World.Honduras, BudgetLineDraft.Of(added) with { PledgedMinor = 5 }, null)).Row!;
        (await edits.SaveAsync(World.Honduras, BudgetLineDraft.Of(added) with { PledgedMinor = 6 }, null)).Outcome.ShouldBe(SaveOutcome.Conflict);
        (await edits.UndoAsync(World.Honduras, added, saved)).Row!.PledgedMinor.ShouldBeNull();
        var now = (await ListAsync(world)).Lines.Single();
        var retired = (await edits.RetireAsync(World.Honduras, now)).Row!;
        (await ListAsync(world)).Lines.ShouldBeEmpty();
        (await edits.RestoreAsync(World.Honduras, retired)).Ok.ShouldBeTrue();
        (await ListAsync(world)).Coverage.WithAmounts.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_line_is_changed_by_whoever_may_change_what_it_pays_for(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var (own, other) = (await world.InitiativeAsync(World.Honduras, "HN-OWN"), await world.InitiativeAsync(World.Honduras, "HN-OTHER"));
        var contributor = World.Contributor(World.Honduras);
        await world.AssignAsync(contributor, own);
        var line = (await Edits(world, contributor).SaveAsync(World.Honduras, new BudgetLineDraft { InitiativeId = own, FiscalYear = 2021, RequiredMinor = 1 }, null)).Row!;
        await Should.ThrowAsync<AccessRefusedException>(() => Edits(world, contributor).SaveAsync(World.Honduras, new BudgetLineDraft { InitiativeId = other, FiscalYear = 2021, RequiredMinor = 1 }, null));
        var foreign = (await Edits(world, Focal).SaveAsync(World.Honduras, new BudgetLineDraft { InitiativeId = other, FiscalYear = 2021, RequiredMinor = 1 }, null)).Row!;
        (await Edits(world, contributor).SaveAsync(World.Honduras, BudgetLineDraft.Of(foreign) with { InitiativeId = own, RequiredMinor = 2 }, null)).Outcome.ShouldBe(SaveOutcome.NotFound);
        await Should.ThrowAsync<AccessRefusedException>(() => Edits(world, World.FocalPoint(World.Mexico)).SaveAsync(World.Honduras, BudgetLineDraft.Of(line) with { RequiredMinor = 2 }, null));
        (await Edits(world, World.FocalPoint(World.Mexico)).SaveAsync(World.Mexico, BudgetLineDraft.Of(line) with { InitiativeId = null, CommitmentId = own, RequiredMinor = 2 }, null)).Outcome.ShouldBe(SaveOutcome.NotFound);
        (await new ListBudgetLines(world.As(contributor)).RunAsync(World.Honduras)).Owners.Select(o => o.Code).ShouldBe(["HN-OWN"]);
    }

    [Theory, EveryDatabase]
    public async Task An_invented_line_stays_invented_until_every_amount_was_reported(Engine engine)
    {
        await using var world = await ReportWorld.OpenAsync(engine, demo: true);
        var line = (await ListAsync(world)).Lines.First(l => l is { Mark: Mark.Illustrative, PledgedMinor: not null } && BudgetLineDraft.Of(l).Amounts.Count(a => a.Minor is not null) > 1);
        var other = BudgetLineDraft.Of(line).Amounts.First(a => a.Minor is not null && a.Field != "PledgedMinor").Field;
        var saved = (await Edits(world, Focal).SaveAsync(World.Honduras, BudgetLineDraft.Of(line) with { PledgedMinor = 77_00 }, line.FrozenIn is null ? null : "Corrected.")).Row!;
        saved.Mark.ShouldBe(Mark.Illustrative);
        var budget = await ListAsync(world);
        budget.Marks.Of(saved, "PledgedMinor").Mark.ShouldBe(Mark.Reported);
        budget.Marks.Of(saved, other).Mark.ShouldBe(Mark.Illustrative);
    }

    private static Task<Budget> ListAsync(World world) => new ListBudgetLines(world.As(Focal)).RunAsync(World.Honduras);

    private static BudgetEdits Edits(World world, TestPerson person)
    {
        var gate = world.As(person);
        return new(new AddBudgetLine(gate, world.Clock), new SaveBudgetLine(gate, world.Clock), new RetireBudgetLine(gate, world.Clock));
    }
}
