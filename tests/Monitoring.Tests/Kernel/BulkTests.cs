namespace Monitoring.Tests.Kernel;

/// <summary>Many rows at once are the rows that one at a time would be.</summary>
public sealed class BulkTests
{
    private static readonly CountrySql AddStep = CountrySql.Of("""
        insert into NextStep (Country, Id, InitiativeId, Code, Text, Status, DueOn, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @Code, @Text, 'Planned', @DueOn, @Position, @Mark, 1, @Now, @Person)
        """);

    private static readonly CountrySql Steps = CountrySql.Of(
        "select Id, Code, Text, Status, DueOn, Position, Mark, Version, ChangedAt, ChangedBy from NextStep where Country = @Country order by Position");

    private static readonly CountrySql AddLine = CountrySql.Of("""
        insert into BudgetLine (Country, Id, InitiativeId, FiscalYear, Currency, RequiredMinor, PledgedMinor, Mark, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, 2022, 'HNL', @RequiredMinor, null, @Mark, @Now, @Person)
        """);

    private static readonly CountrySql Lines = CountrySql.Of("select Id, RequiredMinor, PledgedMinor, Mark from BudgetLine where Country = @Country order by RequiredMinor");

    private static readonly CountrySql WithoutValues = CountrySql.Of("insert into NextStep (Country, Id) select @Country, @Id where not exists (select 1 from NextStep s where s.Country = @Country)");

    [Theory, EveryDatabase]
    public async Task Many_rows_at_once_are_the_rows_that_one_at_a_time_would_be(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var initiative = await world.InitiativeAsync(World.Honduras, "HN-BULK");
        var steps = Enumerable.Range(1, 300).Select(i => new Step
        {
            Id = Guid.CreateVersion7(),
            InitiativeId = initiative,
            Code = $"B-{i}",
            Text = i % 3 == 0 ? "Ñandú, \"comillas\" y 'apóstrofos' 🙂" : $"Paso {i}",
            DueOn = i % 2 == 0 ? null : new DateOnly(2022, 1, 1).AddDays(i),
            Position = i,
            Mark = i % 5 == 0 ? Mark.Stated : Mark.Reported,
        }).ToList();
        var lines = Enumerable.Range(1, 20).Select(i => new Line { Id = Guid.CreateVersion7(), InitiativeId = initiative, RequiredMinor = i * 9_000_000_000L, Mark = Mark.Illustrative }).ToList();
        await using (var single = await world.Job.EditAsync(World.Honduras))
        {
            foreach (var step in steps) await single.StageAsync(AddStep, step);
            foreach (var line in lines) await single.StageAsync(AddLine, line);
            await CompareAsync(single, steps, lines);
        }
        await using (var many = await world.Job.EditAsync(World.Honduras))
        {
            (await many.StageManyAsync(AddStep, steps)).ShouldBe(300);
            (await many.StageManyAsync(AddLine, lines)).ShouldBe(20);
            await CompareAsync(many, steps, lines);
        }
        // Neither was committed.
        await using var after = await world.Job.ReadAsync(World.Honduras);
        (await after.ListAsync<Step>(Steps)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_row_that_refers_to_another_country_is_refused_with_all_the_rest(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var foreign = await world.InitiativeAsync(World.Mexico, "MX-BULK");
        await using var db = await world.Job.EditAsync(World.Honduras);
        await Should.ThrowAsync<ReferenceMissingException>(() => db.StageManyAsync(AddStep, [new Step { Id = Guid.CreateVersion7(), InitiativeId = foreign, Code = "B-1", Text = "x", Position = 1 }]));
    }

    [Fact]
    public async Task A_row_cannot_bring_its_country_and_only_an_insert_of_values_is_taken()
    {
        await using var world = await World.OpenAsync();
        await using var db = await world.Job.EditAsync(World.Honduras);
        await Should.ThrowAsync<InvalidOperationException>(() => db.StageManyAsync(AddStep, [new { Country = World.Mexico, Id = Guid.CreateVersion7() }]));
        await Should.ThrowAsync<InvalidOperationException>(() => db.StageManyAsync(WithoutValues, [new { Id = Guid.CreateVersion7() }]));
    }

    private static async Task CompareAsync(CountryEdit db, List<Step> steps, List<Line> lines)
    {
        var kept = await db.ListAsync<Step>(Steps);
        kept.Select(s => s with { InitiativeId = steps[0].InitiativeId }).ShouldBe(steps.Select(s => s with { Status = "Planned", Version = 1, ChangedAt = kept[0].ChangedAt, ChangedBy = "system:load" }));
        kept[0].ChangedAt.ShouldBe(World.Start.UtcDateTime);
        (await db.ListAsync<Line>(Lines)).Select(l => l with { InitiativeId = lines[0].InitiativeId }).ShouldBe(lines);
    }

    private sealed record Step
    {
        public Guid Id { get; init; }
        public Guid InitiativeId { get; init; }
        public string Code { get; init; } = "";
        public string Text { get; init; } = "";
        public string? Status { get; init; }
        public DateOnly? DueOn { get; init; }
        public int Position { get; init; }
        public Mark Mark { get; init; }
        public int Version { get; init; }
        public DateTime ChangedAt { get; init; }
        public string? ChangedBy { get; init; }
    }

    private sealed record Line
    {
        public Guid Id { get; init; }
        public Guid InitiativeId { get; init; }
        public long? RequiredMinor { get; init; }
        public long? PledgedMinor { get; init; }
        public Mark Mark { get; init; }
    }
}
