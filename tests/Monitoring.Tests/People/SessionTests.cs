using Monitoring.Web.People;

namespace Monitoring.Tests.People;

public sealed class SessionTests
{
    private static readonly TestPerson Focal = World.FocalPoint(World.Honduras);

    [Theory, EveryDatabase]
    public async Task A_session_that_ended_or_whose_person_lost_a_role_is_noticed(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var opened = world.Clock.GetUtcNow().UtcDateTime;
        var check = new CheckSession(world.Nobody);
        (await check.RunAsync(Focal.SessionId, Focal.Id, opened)).ShouldBeTrue();
        (await check.RunAsync(Focal.SessionId, World.Lead.Id, opened)).ShouldBeFalse("somebody else's session");

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.EndGrantAsync(Focal);
        (await check.RunAsync(Focal.SessionId, Focal.Id, opened)).ShouldBeFalse("what is on the screen may no longer be theirs");
        (await check.RunAsync(Focal.SessionId, Focal.Id, world.Clock.GetUtcNow().UtcDateTime.AddSeconds(1))).ShouldBeTrue("a page that was opened since");
        (await check.RunAsync(Focal.SessionId, Focal.Id)).ShouldBeTrue("a request reads anew");

        await world.EndSessionAsync(Focal);
        (await check.RunAsync(Focal.SessionId, Focal.Id)).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task A_start_forgets_sessions_of_long_ago_and_no_others(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        (await new ForgetOldSessions(world.Nobody, world.Clock).RunAsync()).ShouldBe(0);
        world.Clock.Advance(TimeSpan.FromDays(365) + ForgetOldSessions.Kept + TimeSpan.FromSeconds(1));
        (await new ForgetOldSessions(world.Nobody, world.Clock).RunAsync()).ShouldBe(World.People.Count);
    }

    [Fact]
    public async Task A_person_without_a_role_keeps_the_own_account_and_nothing_else()
    {
        await using var world = await World.OpenAsync();
        await world.EndGrantAsync(Focal);
        (await world.As(Focal).MayAsync(May.OwnAccount)).ShouldBeTrue();
        (await new ReadAccount(world.As(Focal)).RunAsync()).Email.ShouldBe(Focal.Email);
        (await new ListPlaces(world.As(Focal)).RunAsync()).ShouldBeEmpty();
        foreach (var may in Enum.GetValues<May>().Where(m => m is not May.OwnAccount))
            (await world.As(Focal).MayAsync(may, World.Honduras)).ShouldBeFalse(may.ToString());
        await Should.ThrowAsync<AccessRefusedException>(() => world.As(Focal).ReadCataloguesAsync());
    }
}
