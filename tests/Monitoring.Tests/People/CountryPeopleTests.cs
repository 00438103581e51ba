using Monitoring.Web.People;

namespace Monitoring.Tests.People;

/// <summary>What a country's administrator may do with the country's people, and what not.</summary>
public sealed class CountryPeopleTests
{
    private static readonly TestPerson Chief = World.Person(Role.CountryAdministrator, World.Honduras);

    private static readonly PlatformSql GrantsOf = PlatformSql.Of("""
        select g.Id, g.Role, g.CountryCode as Country, p.DisplayName as PersonName
          from PersonGrant g
          join Person p on p.Id = g.PersonId
         where p.EmailKey = @EmailKey and g.EndedAt is null
        """);

    private static readonly PlatformSql InitiativesOf = PlatformSql.Of("select InitiativeId from GrantInitiative where GrantId = @Grant");

    [Theory, EveryDatabase]
    public async Task A_country_administrator_sees_the_people_of_the_own_country_and_nobody_elses(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);

        var seen = await new ListCountryPeople(world.As(Chief)).RunAsync(World.Honduras);

        seen.Holders.Count.ShouldBe(5);
        seen.Holders.ShouldAllBe(h => h.Email.EndsWith("hnd@test.example"));
        seen.Holders.Single(h => h.IsSelf).PersonId.ShouldBe(Chief.Id);
        await Should.ThrowAsync<AccessRefusedException>(() => new ListCountryPeople(world.As(Chief)).RunAsync(World.Mexico));
        await Should.ThrowAsync<AccessRefusedException>(() => new ListCountryPeople(world.As(Chief)).RunAsync(World.Nowhere));
        await Should.ThrowAsync<AccessRefusedException>(() => new ListEvents(world.As(Chief)).RunAsync(World.Mexico, 1));
    }

    [Theory, EveryDatabase]
    public async Task Only_a_country_administrator_and_only_at_home_gives_a_role_in_a_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        foreach (var person in World.People.Where(p => p != Chief))
            await Should.ThrowAsync<AccessRefusedException>(
                () => AddAsync(world, person, Role.Observer, "new@test.example"), $"{person.Name} gave a role in Honduras");
        (await AddAsync(world, Chief, Role.Observer, "new@test.example")).Problem.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_new_person_gets_a_link_and_a_role_that_the_country_sees(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);

        var invited = await AddAsync(world, Chief, Role.FocalPoint, "New@Test.example");

        invited.Token.ShouldNotBeNull();
        invited.ExpiresAt.ShouldBe(world.Clock.GetUtcNow().UtcDateTime + Invite.Lasts);
        (await GrantsAsync(world, "new@test.example")).ShouldHaveSingleItem().Role.ShouldBe(Role.FocalPoint);
        (await world.Behind.ScalarAsync<long>($"select count(*) from SingleUseLink where TokenHash = '{invited.Token}'")).ShouldBe(0, "the token itself is nowhere");
        var happened = (await new ListEvents(world.As(Chief)).RunAsync(World.Honduras, 1)).Rows.ShouldHaveSingleItem();
        happened.Action.ShouldBe(PlatformAction.GrantGiven);
        happened.PersonName.ShouldBe(Chief.Name);
        happened.SubjectName.ShouldBe("Somebody New");
        happened.Role.ShouldBe(Role.FocalPoint);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_with_an_account_elsewhere_gets_the_role_and_the_giver_no_link_to_that_account(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var lead = World.Lead;

        var invited = await AddAsync(world, Chief, Role.Observer, lead.Email);

        invited.Problem.ShouldBeNull();
        invited.Token.ShouldBeNull();
        var renewed = await new RenewLink(world.As(Chief), world.Clock).RunAsync(World.Honduras, lead.Id);
        renewed.Token.ShouldBeNull();
        renewed.Problem.ShouldNotBeNull().TextKey.ShouldBe("Link.Elsewhere");
        (await new ListCountryPeople(world.As(Chief)).RunAsync(World.Honduras)).Holders.Where(h => h.PersonId == lead.Id)
            .ShouldHaveSingleItem().Role.ShouldBe(Role.Observer, "of the other roles nothing is said");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_gives_a_role_to_themselves(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);

        (await AddAsync(world, Chief, Role.NationalApprover, Chief.Email.ToUpperInvariant())).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.Self");

        (await GrantsAsync(world, Chief.Email)).ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task The_same_role_is_not_given_twice_and_a_regional_one_not_by_a_country(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var focal = World.FocalPoint(World.Honduras);

        (await AddAsync(world, Chief, Role.FocalPoint, focal.Email)).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.Held");
        (await AddAsync(world, Chief, Role.SecretariatLead, "new@test.example")).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.WrongRole");
        (await AddAsync(world, Chief, Role.Administrator, "new@test.example")).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.WrongRole");
        (await GrantsAsync(world, "new@test.example")).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_contributor_gets_initiatives_of_the_own_country_and_at_least_one(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var ours = await world.InitiativeAsync(World.Honduras, "HN-A");
        var theirs = await world.InitiativeAsync(World.Mexico, "MX-A");

        (await AddAsync(world, Chief, Role.Contributor, "new@test.example")).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.NoInitiative");
        (await AddAsync(world, Chief, Role.Contributor, "new@test.example", ours, theirs)).Problem.ShouldNotBeNull().TextKey.ShouldBe("Grant.NoInitiative");
        var invited = await AddAsync(world, Chief, Role.Contributor, "new@test.example", ours);

        await using var db = await world.Job.EditPeopleAsync();
        (await db.ListAsync<Guid>(InitiativesOf, new { invited.Grant })).ShouldBe([ours]);
    }

    [Theory, EveryDatabase]
    public async Task A_role_that_was_taken_back_is_gone_at_the_next_click(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var focal = World.FocalPoint(World.Honduras);
        (await world.As(focal).MayAsync(May.EditCountry, World.Honduras)).ShouldBeTrue();

        (await new EndGrant(world.As(Chief)).RunAsync(World.Honduras, focal.GrantId)).ShouldBeNull();

        (await world.As(focal).MayAsync(May.EditCountry, World.Honduras)).ShouldBeFalse();
        (await new ListEvents(world.As(Chief)).RunAsync(World.Honduras, 1)).Rows.ShouldHaveSingleItem().Action.ShouldBe(PlatformAction.GrantEnded);
        (await new EndGrant(world.As(Chief)).RunAsync(World.Honduras, focal.GrantId)).ShouldNotBeNull().TextKey.ShouldBe("Grant.Gone");
    }

    [Theory, EveryDatabase]
    public async Task The_last_administrator_of_a_country_stays(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        (await new EndGrant(world.As(Chief)).RunAsync(World.Honduras, Chief.GrantId)).ShouldNotBeNull().TextKey.ShouldBe("Grant.Last");

        (await AddAsync(world, Chief, Role.CountryAdministrator, "second@test.example")).Problem.ShouldBeNull();
        (await new EndGrant(world.As(Chief)).RunAsync(World.Honduras, Chief.GrantId)).ShouldBeNull("there is another one now");
        (await world.As(Chief).MayAsync(May.ManageCountry, World.Honduras)).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task A_role_in_another_country_and_an_absent_one_get_the_same_answer(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var foreign = await new EndGrant(world.As(Chief)).RunAsync(World.Honduras, World.FocalPoint(World.Mexico).GrantId);
        var regional = await new EndGrant(world.As(Chief)).RunAsync(World.Honduras, World.Lead.GrantId);
        var absent = await new EndGrant(world.As(Chief)).RunAsync(World.Honduras, Guid.CreateVersion7());
        foreign.ShouldNotBeNull().TextKey.ShouldBe(absent.ShouldNotBeNull().TextKey);
        regional.ShouldNotBeNull().TextKey.ShouldBe(absent.TextKey);

        var foreignLink = await new RenewLink(world.As(Chief), world.Clock).RunAsync(World.Honduras, World.FocalPoint(World.Mexico).Id);
        var absentLink = await new RenewLink(world.As(Chief), world.Clock).RunAsync(World.Honduras, Guid.CreateVersion7());
        foreignLink.Problem.ShouldBe(absentLink.Problem);
        (await world.As(World.FocalPoint(World.Mexico)).MayAsync(May.EditCountry, World.Mexico)).ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task The_country_switches_off_what_the_region_sees_before_approval(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        (await new ChangeSharing(world.As(Chief)).RunAsync(World.Honduras, shares: false)).ShouldBeTrue();
        (await new ChangeSharing(world.As(Chief)).RunAsync(World.Honduras, shares: false)).ShouldBeFalse("it is off already");

        (await new ListCountryPeople(world.As(Chief)).RunAsync(World.Honduras)).SharesDrafts.ShouldBeFalse();
        (await new ListEvents(world.As(Chief)).RunAsync(World.Honduras, 1)).Rows.ShouldHaveSingleItem().Action.ShouldBe(PlatformAction.SharingSwitchedOff);
        var mexico = World.Person(Role.CountryAdministrator, World.Mexico);
        (await new ListCountryPeople(world.As(mexico)).RunAsync(World.Mexico)).SharesDrafts.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_long_list_of_events_comes_in_pages_newest_first(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        for (var i = 0; i < ListEvents.OnePage + 2; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await new ChangeSharing(world.As(Chief)).RunAsync(World.Honduras, shares: i % 2 == 1);
        }
        var first = await new ListEvents(world.As(Chief)).RunAsync(World.Honduras, 1);
        var second = await new ListEvents(world.As(Chief)).RunAsync(World.Honduras, 2);
        (first.Rows.Count, first.HasMore, second.Rows.Count, second.HasMore).ShouldBe((ListEvents.OnePage, true, 2, false));
        first.Rows.Concat(second.Rows).Select(r => r.HappenedAt).ShouldBeInOrder(SortDirection.Descending);
    }

    private static Task<Invited> AddAsync(World world, TestPerson giver, Role role, string email, params Guid[] initiatives) =>
        new AddCountryPerson(world.As(giver), world.Clock).RunAsync(World.Honduras, email, "Somebody New", role, initiatives);

    private static async Task<IReadOnlyList<Grant>> GrantsAsync(World world, string email)
    {
        await using var db = await world.Job.EditPeopleAsync();
        return await db.ListAsync<Grant>(GrantsOf, new { EmailKey = email });
    }
}
