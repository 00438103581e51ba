namespace Monitoring.Tests.Kernel;

/// <summary>Orders, windows and filters of lists.</summary>
public sealed class ListTests
{
    private static readonly SortBy Sort = SortBy.Of("code", "n.Code").Or("due", "n.DueOn");
    private static readonly Filter Late = Filter.Of("n.DueOn < @Today");
    private static readonly Filter Done = Filter.Of("n.Status = 'Done' or n.Status = 'Dropped'");

    [Theory]
    [InlineData("codes")]
    [InlineData("Code")]
    [InlineData("--code")]
    [InlineData("-")]
    [InlineData(" code")]
    [InlineData("n.Code")]
    [InlineData("code; drop table NextStep")]
    public void An_order_that_is_not_offered_is_refused(string asked) => Should.Throw<UnknownChoiceException>(() => Sort.Parse(asked));

    [Fact]
    public void No_order_is_the_first_one() => Sort.Parse("").ShouldBe(Sort.Parse("code"));

    [Theory, EveryDatabase]
    public async Task A_window_tells_whether_more_follow_and_no_row_is_shown_twice(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await FillAsync(world, 7);
        await using var db = await world.As(World.FocalPoint(World.Honduras)).ReadAsync(World.Honduras);
        foreach (var order in new[] { "code", "-code", "due", "-due" })
        {
            var seen = new List<string>();
            for (var skip = 0; skip < 7; skip += 3)
            {
                var page = await db.PageAsync<NextStepRow>(NextSteps.List, null, Sort.Parse(order), new Window(skip, 3));
                page.HasMore.ShouldBe(skip + 3 < 7, order);
                page.Rows.Count.ShouldBe(Math.Min(3, 7 - skip));
                seen.AddRange(page.Rows.Select(r => r.Code));
            }
            seen.ShouldBeUnique();
            seen.Count.ShouldBe(7);
        }
        (await db.PageAsync<NextStepRow>(NextSteps.List, null, Sort.Parse("-code"), new Window(0, 7))).HasMore.ShouldBeFalse();
        (await db.PageAsync<NextStepRow>(NextSteps.List, null, Sort.Parse("-code"), new Window(0, 1))).Rows[0].Code.ShouldBe("HN-N7");
        (await db.PageAsync<NextStepRow>(NextSteps.List, null, Sort.Parse(null), new Window(90, 5))).Rows.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_filter_only_narrows(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await FillAsync(world, 5);
        var mexican = await world.InitiativeAsync(World.Mexico, "MX-ONE");
        await world.NextStepAsync(World.Mexico, mexican, "MX-N1", "2021-01-01");
        await world.Behind.RawAsync("update NextStep set Status = 'Done' where Code in ('HN-N1', 'HN-N2', 'MX-N1')");
        await using var db = await world.As(World.FocalPoint(World.Honduras)).ReadAsync(World.Honduras);
        async Task<IEnumerable<string>> Codes(CountrySql sql) => (await db.ListAsync<NextStepRow>(sql)).Select(r => r.Code);

        (await Codes(NextSteps.List.And(null))).Count().ShouldBe(5);
        (await Codes(NextSteps.List.And(Done))).ShouldBe(["HN-N1", "HN-N2"], ignoreOrder: true);
        (await Codes(NextSteps.List.And(Late))).ShouldBe(["HN-N1"]);
        (await Codes(NextSteps.List.And(Done).And(Late))).ShouldBe(["HN-N1"]);
    }

    private static async Task FillAsync(World world, int steps)
    {
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-ONE");
        // Two due days for all: the tie-break decides.
        for (var i = 1; i <= steps; i++)
            await world.NextStepAsync(World.Honduras, initiative, $"HN-N{i}", i == 1 ? "2021-11-14" : "2021-11-15");
    }
}
