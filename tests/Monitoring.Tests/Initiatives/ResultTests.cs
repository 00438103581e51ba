using Monitoring.Web.Initiatives;

namespace Monitoring.Tests.Initiatives;

public sealed class ResultTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_result_gets_the_next_code_and_a_retired_one_keeps_its_own(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var gate = world.As(Focal);
        var first = await AddAsync(world, new ResultDraft { InitiativeId = id, Text = "one", ReportedOn = new DateOnly(2021, 11, 15), Theme = ActionTheme.Risk });
        (first.Row!.Code, first.Row.Mark, first.Row.Attribution, first.Row.Theme).ShouldBe(("HN-ONE-R1", Mark.Reported, Attribution.None, ActionTheme.Risk));

        (await new RetireResult(gate, world.Clock).RunAsync(World.Honduras, id, first.Row)).Ok.ShouldBeTrue();
        var second = await AddAsync(world, new ResultDraft { InitiativeId = id, Text = "two", ReportedBy = "SEDH" });
        (second.Row!.Code, second.Row.Attribution).ShouldBe(("HN-ONE-R2", Attribution.Reported));

        var sheet = (await new ReadFactSheet(gate).RunAsync(World.Honduras, "HN-ONE"))!;
        sheet.Results.ShouldHaveSingleItem().Code.ShouldBe("HN-ONE-R2");
    }

    [Theory, EveryDatabase]
    public async Task A_retry_adds_the_result_once(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var draft = new ResultDraft { InitiativeId = id, Text = "one" };
        (await AddAsync(world, draft)).Row!.Code.ShouldBe("HN-ONE-R1");
        (await AddAsync(world, draft)).Row!.Code.ShouldBe("HN-ONE-R1");
        (await world.Behind.ScalarAsync<int>("select count(*) from Result")).ShouldBe(1);
    }

    [Fact]
    public async Task A_result_of_tomorrow_is_refused_at_its_date()
    {
        await using var world = await World.OpenAsync();
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var saved = await AddAsync(world, new ResultDraft { InitiativeId = id, Text = "one", ReportedOn = new DateOnly(2021, 11, 16) });
        (saved.Outcome, saved.Problem!.Field).ShouldBe((SaveOutcome.Refused, "ReportedOn"));
    }

    [Theory, EveryDatabase]
    public async Task Another_institution_makes_the_attribution_reported_and_the_same_one_leaves_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var id = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var added = (await AddAsync(world, new ResultDraft { InitiativeId = id, Text = "one", ReportedBy = "SEDH" })).Row!;
        await world.Behind.RawAsync("update Result set Attribution = 'Implied'");
        var save = new SaveResult(world.As(Focal), world.Clock);
        var same = (await save.RunAsync(World.Honduras, ResultDraft.Of(added) with { Text = "better" })).Row!;
        same.Attribution.ShouldBe(Attribution.Implied);
        (await save.RunAsync(World.Honduras, ResultDraft.Of(same) with { ReportedBy = "COMAR" })).Row!.Attribution.ShouldBe(Attribution.Reported);
    }

    private static Task<Saved<ResultRow>> AddAsync(World world, ResultDraft draft) => new AddResult(world.As(Focal), world.Clock).RunAsync(World.Honduras, draft);
}
