using Monitoring.Web.People;

namespace Monitoring.Tests.People;

public sealed class CountryPeopleTests
{
    [Theory, EveryDatabase]
    public async Task A_country_administrator_sees_the_people_of_the_own_country_and_nobody_elses(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var gate = world.As(World.Person(Role.CountryAdministrator, World.Honduras));

        var seen = await new ListCountryPeople(gate).RunAsync(World.Honduras);

        seen.Holders.Count.ShouldBe(5);
        seen.Holders.ShouldAllBe(h => h.Email.EndsWith("hnd@test.example"));
        await Should.ThrowAsync<AccessRefusedException>(() => new ListCountryPeople(gate).RunAsync(World.Mexico));
    }
}
