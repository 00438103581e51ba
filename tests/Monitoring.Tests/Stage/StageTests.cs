namespace Monitoring.Tests.Stage;

public sealed class StageTests
{
    [Theory, EveryDatabase]
    public async Task A_world_has_its_people_and_each_test_has_it_alone(Engine engine)
    {
        await using var one = await World.OpenAsync(engine);
        await using var other = await World.OpenAsync(engine);
        await one.InitiativeAsync(World.Honduras, "HN-ONE");

        (await one.As(World.FocalPoint(World.Honduras)).GrantsAsync()).ShouldHaveSingleItem().Country.ShouldBe(World.Honduras);
        (await one.Behind.ScalarAsync<int>("select count(*) from Initiative")).ShouldBe(1);
        (await other.Behind.ScalarAsync<int>("select count(*) from Initiative")).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task A_text_that_is_too_long_for_its_column_is_refused(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await Should.ThrowAsync<Exception>(() => world.InitiativeAsync(World.Honduras, new string('x', 21)));
        (await world.Behind.ScalarAsync<int>("select count(*) from Initiative")).ShouldBe(0);
    }

    [Fact]
    public async Task A_number_out_of_range_is_refused_on_sqlite_as_on_sql_server()
    {
        await using var world = await World.OpenAsync();
        await world.InitiativeAsync(World.Honduras, "HN-ONE");
        var told = await Should.ThrowAsync<Exception>(() => world.Behind.RawAsync("update Initiative set Position = 99999999999"));
        told.Message.ShouldContain("Initiative.Position does not fit int");
    }
}
