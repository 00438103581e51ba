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
    public async Task A_deputyship_that_ended_is_noticed_in_an_open_circuit(Engine engine)
    {
        var (approver, deputy) = (World.Person(Role.NationalApprover, World.Honduras), World.Person(Role.Observer, World.Honduras));
        // Ended by somebody; over with its last day; gone with the role that was lent.
        foreach (var end in new Func<World, Task>[]
        {
            async w => (await new EndDeputyship(w.As(Focal)).RunAsync(World.Honduras, (await new ListDeputies(w.As(Focal)).RunAsync(World.Honduras)).First(d => d.PersonId == Focal.Id).Id)).ShouldBeTrue(),
            w => { w.Clock.Advance(TimeSpan.FromDays(2)); return Task.CompletedTask; },
            w => w.EndGrantAsync(Focal),
        })
        {
            await using var world = await World.OpenAsync(engine);
            var today = DateOnly.FromDateTime(World.Start.UtcDateTime);
            Task<Problem?> NameAsync(TestPerson who, int from) => new NameDeputy(world.As(who), world.Clock)
                .RunAsync(World.Honduras, new DeputyChoice { DeputyId = deputy.Id, FromOn = today.AddDays(from), UntilOn = today.AddDays(from + 1) });
            (await NameAsync(Focal, 0)).ShouldBeNull();
            // Not begun yet: nothing of it is on the screen.
            (await NameAsync(approver, 20)).ShouldBeNull();
            var opened = world.Clock.GetUtcNow().UtcDateTime;
            var check = new CheckSession(world.Nobody);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            (await new EndDeputyship(world.As(approver)).RunAsync(World.Honduras, (await new ListDeputies(world.As(approver)).RunAsync(World.Honduras)).Single(d => d.PersonId == approver.Id).Id)).ShouldBeTrue();
            (await check.RunAsync(deputy.SessionId, deputy.Id, opened)).ShouldBeTrue();
            await end(world);
            (await check.RunAsync(deputy.SessionId, deputy.Id, opened)).ShouldBeFalse();
            (await check.RunAsync(deputy.SessionId, deputy.Id, world.Clock.GetUtcNow().UtcDateTime.AddSeconds(1))).ShouldBeTrue("a page that was opened since");
            (await world.As(deputy).MayAsync(May.SendReport, World.Honduras)).ShouldBeFalse();
        }
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
