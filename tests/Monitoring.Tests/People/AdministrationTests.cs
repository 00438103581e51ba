using Monitoring.Web.People;

namespace Monitoring.Tests.People;

/// <summary>What the Administrator may do, and what not.</summary>
public sealed class AdministrationTests
{
    private static readonly TestPerson Administrator = World.Person(Role.Administrator);
    private static readonly CountryCode Panama = CountryCode.Parse("PAN", null);

    private static readonly PlatformSql DisableByEmail = PlatformSql.Of("update Person set Disabled = 1 where EmailKey = @EmailKey");

    [Theory, EveryDatabase]
    public async Task A_country_is_added_without_code_and_its_first_administrator_can_work_in_it(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);

        (await new AddCountry(world.As(Administrator)).RunAsync("pan", "Panama", "Panamá")).ShouldBeNull();
        var invited = await FirstAsync(world, Panama, "chief@pan.example");

        invited.Token.ShouldNotBeNull();
        var listed = (await new ListCountries(world.As(Administrator), world.Clock).RunAsync()).Single(c => c.Code == Panama);
        (listed.NameEs, listed.Suspended, listed.SharesDrafts).ShouldBe(("Panamá", false, true));
        listed.Administrators.ShouldHaveSingleItem().Email.ShouldBe("chief@pan.example");
        // The history has begun: somebody can save there.
        await world.InitiativeAsync(Panama, "PA-A");
        (await world.Behind.ScalarAsync<long>("select LastLink from CountryHead where Country = 'PAN'")).ShouldBe(1);
        (await EventsOfAsync(world, "PAN")).ShouldBe(["CountryAdded", "GrantGiven"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("XKX", "Panama", "Panamá", "Code")]
    [InlineData("PA", "Panama", "Panamá", "Code")]
    [InlineData(null, "Panama", "Panamá", "Code")]
    [InlineData("HND", "Honduras", "Honduras", "Code")]
    [InlineData("PAN", "", "Panamá", "NameEn")]
    [InlineData("PAN", "Panama", " ", "NameEs")]
    public async Task A_country_needs_a_code_that_is_given_and_free_and_both_names(string? code, string nameEn, string nameEs, string field)
    {
        await using var world = await World.OpenAsync();
        (await new AddCountry(world.As(Administrator)).RunAsync(code, nameEn, nameEs)).ShouldNotBeNull().Field.ShouldBe(field);
        (await world.Behind.ScalarAsync<long>("select count(*) from Country")).ShouldBe(3);
        (await world.Behind.ScalarAsync<long>("select count(*) from PlatformEvent")).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task The_Administrator_adds_only_the_first_administrator_of_a_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        (await FirstAsync(world, World.Honduras, "second@test.example")).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.NotFirst");
        (await world.Behind.ScalarAsync<long>("select count(*) from Person where EmailKey = 'SECOND@TEST.EXAMPLE'")).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task An_account_that_was_disabled_leaves_the_country_without_an_administrator(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await world.DisableAsync(World.Person(Role.CountryAdministrator, World.Honduras));
        (await FirstAsync(world, World.Honduras, "second@test.example")).Problem.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task The_Administrator_gives_no_role_to_themselves_and_none_in_a_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        await new AddCountry(world.As(Administrator)).RunAsync("PAN", "Panama", "Panamá");

        (await FirstAsync(world, Panama, Administrator.Email)).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.Self");
        (await RegionalAsync(world, Role.SecretariatLead, Administrator.Email)).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.Self");
        (await RegionalAsync(world, Role.FocalPoint, "new@test.example")).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.WrongRole");

        (await world.As(Administrator).GrantsAsync()).ShouldHaveSingleItem().Role.ShouldBe(Role.Administrator);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_Administrator_adds_countries_and_regional_people(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        foreach (var person in World.People.Where(p => p != Administrator))
        {
            var gate = world.As(person);
            await Should.ThrowAsync<AccessRefusedException>(() => new AddCountry(gate).RunAsync("PAN", "Panama", "Panamá"), person.Name);
            await Should.ThrowAsync<AccessRefusedException>(() => new SuspendCountry(gate).RunAsync(World.Honduras, true), person.Name);
            await Should.ThrowAsync<AccessRefusedException>(
                () => new AddRegionalPerson(gate, world.Clock).RunAsync("new@test.example", "New", Role.Donor), person.Name);
            await Should.ThrowAsync<AccessRefusedException>(() => new ListCountries(gate, world.Clock).RunAsync(), person.Name);
            await Should.ThrowAsync<AccessRefusedException>(() => new ListRegionalPeople(gate).RunAsync(), person.Name);
        }
    }

    [Theory, EveryDatabase]
    public async Task In_a_suspended_country_people_read_and_nobody_writes_until_it_is_resumed(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var focal = world.As(World.FocalPoint(World.Honduras));

        (await new SuspendCountry(world.As(Administrator)).RunAsync(World.Honduras, suspended: true)).ShouldBeTrue();
        (await focal.MayAsync(May.ReadCountry, World.Honduras)).ShouldBeTrue();
        (await focal.MayAsync(May.EditCountry, World.Honduras)).ShouldBeFalse();

        (await new SuspendCountry(world.As(Administrator)).RunAsync(World.Honduras, suspended: false)).ShouldBeTrue();
        (await focal.MayAsync(May.EditCountry, World.Honduras)).ShouldBeTrue();
        (await EventsOfAsync(world, "HND")).ShouldBe(["CountrySuspended", "CountryResumed"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task The_last_Administrator_of_the_installation_stays(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var end = new EndGrant(world.As(Administrator));
        (await end.RunAsync(null, Administrator.GrantId)).ShouldNotBeNull().TextKey.ShouldBe("Grant.Last");
        (await RegionalAsync(world, Role.Administrator, "second@test.example")).Problem.ShouldBeNull();
        await world.PlatformAsync(DisableByEmail, new { EmailKey = "SECOND@TEST.EXAMPLE" });
        (await end.RunAsync(null, Administrator.GrantId)).ShouldNotBeNull().TextKey.ShouldBe("Grant.Last", "a disabled account administers nothing");
        (await RegionalAsync(world, Role.Administrator, "third@test.example")).Problem.ShouldBeNull();
        (await end.RunAsync(null, Administrator.GrantId)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task The_Administrator_takes_no_role_back_that_a_country_gave(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var focal = World.FocalPoint(World.Honduras);
        (await new EndGrant(world.As(Administrator)).RunAsync(null, focal.GrantId)).ShouldNotBeNull().TextKey.ShouldBe("Grant.Gone");
        (await new RenewLink(world.As(Administrator), world.Clock).RunAsync(null, focal.Id)).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.Gone");
    }

    [Theory, EveryDatabase]
    public async Task A_link_is_renewed_only_by_somebody_who_could_give_every_role_of_the_person(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var chief = World.Person(Role.CountryAdministrator, World.Honduras);
        var renew = new RenewLink(world.As(Administrator), world.Clock);

        var renewed = await renew.RunAsync(null, chief.Id);
        renewed.Token.ShouldNotBeNull();
        (await EventsOfAsync(world, "HND")).ShouldBe(["LinkMade"], "the country sees it");
        (await renew.RunAsync(null, Administrator.Id)).Problem.ShouldNotBeNull().TextKey.ShouldBe("Link.Self");

        // The same person also keeps the workspace: whoever held the link would see the country's work.
        var second = await new AddCountryPerson(world.As(chief), world.Clock)
            .RunAsync(World.Honduras, "both@test.example", "Both", Role.CountryAdministrator, []);
        await new AddCountryPerson(world.As(chief), world.Clock).RunAsync(World.Honduras, "both@test.example", "Both", Role.FocalPoint, []);
        var both = (await new ListCountryPeople(world.As(chief)).RunAsync(World.Honduras)).Holders.First(h => h.Email == "both@test.example").PersonId;
        second.Problem.ShouldBeNull();
        (await renew.RunAsync(null, both)).Problem.ShouldNotBeNull().TextKey.ShouldBe("Link.Elsewhere");
        (await new RenewLink(world.As(chief), world.Clock).RunAsync(World.Honduras, both)).Token.ShouldNotBeNull();
    }

    private static Task<Invited> FirstAsync(World world, CountryCode country, string email) =>
        new AddFirstAdministrator(world.As(Administrator), world.Clock).RunAsync(country, email, "Somebody New");

    private static Task<Invited> RegionalAsync(World world, Role role, string email) =>
        new AddRegionalPerson(world.As(Administrator), world.Clock).RunAsync(email, "Somebody New", role);

    private static async Task<IReadOnlyList<string>> EventsOfAsync(World world, string country)
    {
        await using var db = await world.Job.EditPeopleAsync();
        return await db.ListAsync<string>(Actions, new { Code = country });
    }

    private static readonly PlatformSql Actions = PlatformSql.Of("select Action from PlatformEvent where CountryCode = @Code");
}
