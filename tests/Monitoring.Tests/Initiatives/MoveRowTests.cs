using Bunit;
using Monitoring.Web.Initiatives;
using Monitoring.Web.NextSteps;

namespace Monitoring.Tests.Initiatives;

public sealed class MoveRowTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task Results_move_within_their_theme_and_the_themes_stay_in_their_order(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        foreach (var theme in (ActionTheme?[])[ActionTheme.Risk, null, ActionTheme.Risk])
            await new AddResult(world.As(Focal), world.Clock).RunAsync(World.Honduras, new ResultDraft { InitiativeId = id, Text = "x", Theme = theme });
        var third = (await SheetAsync(world)).Results[2];
        var move = new MoveResult(world.As(Focal));
        (await move.RunAsync(World.Honduras, third, up: true)).Ok.ShouldBeTrue();
        (await SheetAsync(world)).Results.Select(r => r.Code).ShouldBe(["HN-ONE-R3", "HN-ONE-R2", "HN-ONE-R1"]);
        (await move.RunAsync(World.Honduras, third, up: false)).Outcome.ShouldBe(SaveOutcome.Conflict, "it was moved since");
        var alone = (await SheetAsync(world)).Results[1];
        (await move.RunAsync(World.Honduras, alone, up: true)).Row!.Version.ShouldBe(alone.Version, "nothing else is of its theme");
    }

    [Theory, EveryDatabase]
    public async Task Steps_and_institutions_move_and_history_says_so(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        foreach (var n in (int[])[1, 2]) await world.NextStepAsync(World.Honduras, id, $"HN-ONE-N{n}");
        foreach (var name in (string[])["A", "B"])
            await new SaveParty(gate).RunAsync(World.Honduras, new PartyDraft { InitiativeId = id, Part = InstitutionPart.Partner, PrintedName = name });
        var sheet = await SheetAsync(world);
        (await new MoveNextStep(gate).RunAsync(World.Honduras, sheet.Steps[1], up: true)).Ok.ShouldBeTrue();
        (await new MoveParty(gate).RunAsync(World.Honduras, sheet.Parties[InstitutionPart.Partner].First(), up: false)).Ok.ShouldBeTrue();
        sheet = await SheetAsync(world);
        sheet.Steps.Select(s => s.Code).ShouldBe(["HN-ONE-N2", "HN-ONE-N1"]);
        sheet.Parties[InstitutionPart.Partner].Select(p => p.PrintedName).ShouldBe(["B", "A"]);
        (await world.Behind.ScalarAsync<int>("select count(*) from FieldChange where Field = 'Position' and OldValue is not null")).ShouldBe(2);
        await Should.ThrowAsync<AccessRefusedException>(() => new MoveNextStep(world.As(World.Contributor(World.Honduras))).RunAsync(World.Honduras, sheet.Steps[1], up: true));
        (await new MoveNextStep(world.As(World.FocalPoint(World.Mexico))).RunAsync(World.Mexico, sheet.Steps[1], up: true)).Outcome.ShouldBe(SaveOutcome.NotFound);
    }

    [Fact]
    public async Task The_focus_goes_with_the_row_that_was_moved()
    {
        await using var world = await ReportWorld.OpenAsync();
        await using var stage = PageStage.Of(world, Focal);
        var page = stage.Render<FactSheetPage>(p => p.Add(x => x.Country, "hnd").Add(x => x.Code, "HN-MAHE"));
        page.WaitForAssertion(() => page.Find("#steps"));
        foreach (var (row, way) in (ReadOnlySpan<(string, string)>)[("result-HN-MAHE-R1", "down"), ("step-HN-MAHE-N2", "up")]) Moved(row, way);
        var item = page.FindAll("#component li")[^1].Id!;
        Moved(item, "up");
        var party = page.FindAll("#institutions ul li").First(l => l.QuerySelector("[data-move=down]:not([disabled])") is not null).Id!;
        Moved(party, "down");

        void Moved(string row, string way)
        {
            page.Find($"[id='{row}'] [data-move={way}]").Click();
            page.WaitForAssertion(() => stage.JSInterop.Invocations["monitoring.follow"][^1].Arguments.ShouldBe([row, way]));
        }
    }

    private static async Task<FactSheet> SheetAsync(World world) => (await new ReadFactSheet(world.As(Focal)).RunAsync(World.Honduras, "HN-ONE"))!;
}
