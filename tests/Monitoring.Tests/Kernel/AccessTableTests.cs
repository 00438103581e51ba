namespace Monitoring.Tests.Kernel;

/// <summary>The access table of the product, written a second time, against the gate and its doors.</summary>
public sealed class AccessTableTests
{
    // own: only initiatives named in the grant. What is not "yes" or "own" is refused.
    private const string Table = """
        Role                 ReadCountry EditInitiative EditCountry Comment SendReport ApproveReport ManageCountry ReadRegion KeepComparisons ReviewReport AcceptReport EditCatalogues Publish ReadProgress ManageCountries OwnAccount
        Contributor          yes         own            -           own     -          -             -             -          -               -            -            -              -       yes          -               yes
        FocalPoint           yes         yes            yes         yes     yes        -             -             -          -               -            -            -              -       yes          -               yes
        NationalApprover     yes         -              -           yes     -          yes           -             -          -               -            -            -              -       yes          -               yes
        CountryAdministrator yes         -              -           -       -          -             yes           -          -               -            -            -              -       yes          -               yes
        Observer             yes         -              -           -       -          -             -             -          -               -            -            -              -       yes          -               yes
        SecretariatAnalyst   -           -              -           -       -          -             -             yes        yes             yes          -            -              -       yes          -               yes
        SecretariatLead      -           -              -           -       -          -             -             yes        yes             yes          yes          yes            yes     yes          -               yes
        Donor                -           -              -           -       -          -             -             -          -               -            -            -              -       yes          -               yes
        Administrator        -           -              -           -       -          -             -             -          -               -            -            -              -       yes          yes             yes
        """;

    private static readonly May[] OfACountry =
        [May.ReadCountry, May.EditInitiative, May.EditCountry, May.Comment, May.SendReport, May.ApproveReport, May.ManageCountry, May.ReviewReport, May.AcceptReport, May.Publish];

    [Fact]
    public void The_table_names_every_role_and_every_right()
    {
        var table = Read();
        foreach (var role in Enum.GetValues<Role>())
            foreach (var may in Enum.GetValues<May>()) table.ShouldContainKey((role, may));
    }

    [Theory, EveryDatabase]
    public async Task A_person_may_what_the_table_says_in_their_own_country_and_nothing_in_another(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var own = await world.InitiativeAsync(World.Honduras, "HN-OWN");
        var colleagues = await world.InitiativeAsync(World.Honduras, "HN-COLLEAGUE");
        var mexican = await world.InitiativeAsync(World.Mexico, "MX-ONE");
        await world.AssignAsync(World.Contributor(World.Honduras), own);
        var wrong = new List<string>();
        foreach (var ((role, may), cell) in Read())
        {
            var national = Rights.IsNational(role);
            var gate = world.As(World.Person(role, national ? World.Honduras : null));
            var scoped = OfACountry.Contains(may);
            foreach (var (country, initiative, place) in new (CountryCode?, Guid?, string)[]
            {
                (World.Honduras, own, "own"), (World.Honduras, colleagues, "own, a colleague's initiative"), (World.Honduras, null, "own, no initiative"),
                (World.Mexico, mexican, "other"), (World.Mexico, own, "other, with the own initiative"), (World.Nowhere, own, "absent"),
            })
            {
                var expected = cell switch
                {
                    "yes" => country != World.Nowhere && (!national || country == World.Honduras) || !scoped,
                    "own" => country == World.Honduras && initiative == own,
                    _ => false,
                };
                if (!scoped) expected = cell == "yes";
                var asked = await gate.MayAsync(may, scoped ? country : null, initiative);
                var opened = await OpensAsync(gate, may, country!.Value, initiative);
                if (asked != expected) wrong.Add($"MayAsync: {role} {may} {place} is {asked}");
                if (opened != expected) wrong.Add($"Door: {role} {may} {place} is {opened}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task People_of_a_suspended_country_read_and_nobody_writes_there(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var initiative = await world.InitiativeAsync(World.ElSalvador, "SV-ONE");
        await world.AssignAsync(World.Contributor(World.ElSalvador), initiative);
        await world.SuspendAsync(World.ElSalvador);
        var wrong = new List<string>();
        foreach (var ((role, may), cell) in Read().Where(c => OfACountry.Contains(c.Key.May)))
        {
            var gate = world.As(World.Person(role, Rights.IsNational(role) ? World.ElSalvador : null));
            var expected = cell == "yes" && (may is May.ReadCountry or May.ReviewReport);
            if (await gate.MayAsync(may, World.ElSalvador, initiative) != expected) wrong.Add($"MayAsync: {role} {may}");
            if (await OpensAsync(gate, may, World.ElSalvador, initiative) != expected) wrong.Add($"Door: {role} {may}");
        }
        wrong.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Nobody_gets_nothing_but_the_sign_in(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        (await world.Nobody.GrantsAsync()).ShouldBeEmpty();
        foreach (var may in Enum.GetValues<May>())
        {
            (await world.Nobody.MayAsync(may, World.Honduras)).ShouldBeFalse(may.ToString());
            (await OpensAsync(world.Nobody, may, World.Honduras, null)).ShouldBeFalse(may.ToString());
        }
        await Should.ThrowAsync<AccessRefusedException>(() => world.Nobody.ReadCataloguesAsync());
    }

    [Fact]
    public async Task A_door_opens_only_for_a_right_of_its_kind()
    {
        await using var world = await World.OpenAsync();
        var donor = world.As(World.Donor);
        var observer = world.As(World.Person(Role.Observer, World.Honduras));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => donor.ReadAsync(World.Honduras, May.ReadProgress));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => donor.EditAsync(World.Honduras, May.OwnAccount));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => observer.EditAsync(World.Honduras, May.ReadCountry));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => donor.EditCataloguesAsync(May.OwnAccount));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => donor.ReadPeopleAsync(May.ReadProgress));
    }

    [Theory, EveryDatabase]
    public async Task A_person_with_two_grants_has_the_rights_of_both(Engine engine)
    {
        await using var world = await World.OpenAsync(engine);
        var person = World.FocalPoint(World.Honduras);
        await world.PlatformAsync(SecondGrant, new { GrantId = Guid.CreateVersion7(), Holder = person.Id });
        (await world.As(person).GrantsAsync()).Select(g => (g.Role, g.Country)).ShouldBe(
            [(Role.FocalPoint, World.Honduras), (Role.Observer, World.Mexico)], ignoreOrder: true);
        (await world.As(person).MayAsync(May.ReadCountry, World.Mexico)).ShouldBeTrue();
        (await world.As(person).MayAsync(May.EditCountry, World.Mexico)).ShouldBeFalse();
    }

    private static readonly PlatformSql SecondGrant = PlatformSql.Of("""
        insert into PersonGrant (Id, PersonId, Role, CountryCode, GrantedAt, GrantedBy) values (@GrantId, @Holder, 'Observer', 'MEX', @Now, @Person)
        """);

    [Theory, EveryDatabase]
    public async Task What_was_taken_away_is_gone_at_the_next_call_of_the_same_circuit(Engine engine)
    {
        var takings = new (string Name, Func<World, TestPerson, Task> Take)[]
        {
            ("the session ended", (w, p) => w.EndSessionAsync(p)),
            ("the account was disabled", (w, p) => w.DisableAsync(p)),
            ("the grant ended", (w, p) => w.EndGrantAsync(p)),
            ("the session expired", (w, _) => Task.Run(() => w.Clock.Advance(TimeSpan.FromDays(366)))),
        };
        foreach (var (name, take) in takings)
        {
            await using var world = await World.OpenAsync(engine);
            var person = World.FocalPoint(World.Honduras);
            var gate = world.As(person);
            (await gate.MayAsync(May.EditCountry, World.Honduras)).ShouldBeTrue();
            await take(world, person);
            (await gate.GrantsAsync()).ShouldBeEmpty(name);
            (await gate.MayAsync(May.ReadCountry, World.Honduras)).ShouldBeFalse(name);
            await Should.ThrowAsync<AccessRefusedException>(() => gate.ReadAsync(World.Honduras), name);
            await Should.ThrowAsync<AccessRefusedException>(() => gate.EditAsync(World.Honduras, May.EditCountry), name);
            await Should.ThrowAsync<AccessRefusedException>(() => gate.ReadCataloguesAsync(), name);
            (await world.As(World.FocalPoint(World.Mexico)).MayAsync(May.EditCountry, World.Mexico)).ShouldBe(name != "the session expired");
        }
    }

    [Fact]
    public async Task A_sign_in_of_another_person_gives_nothing()
    {
        await using var world = await World.OpenAsync();
        var caller = new Caller();
        caller.Is(World.FocalPoint(World.Honduras).Id, World.FocalPoint(World.Mexico).SessionId);
        (await new Gate(world.Database, caller, world.Clock).GrantsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void A_scope_serves_one_sign_in_for_life()
    {
        var caller = new Caller();
        var (person, session) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        caller.Is(person, session);
        caller.Is(person, session);
        Should.Throw<InvalidOperationException>(() => caller.Is(Guid.CreateVersion7(), session));
        Should.Throw<InvalidOperationException>(() => caller.Is(person, Guid.CreateVersion7()));
    }

    private static async Task<bool> OpensAsync(Gate gate, May may, CountryCode country, Guid? initiative)
    {
        try
        {
            await using IAsyncDisposable door = may switch
            {
                May.ReadCountry or May.ReviewReport => await gate.ReadAsync(country, may),
                May.EditInitiative or May.EditCountry or May.Comment or May.SendReport or May.ApproveReport or May.AcceptReport or May.Publish => await gate.EditAsync(country, may, initiative),
                May.ManageCountry => await gate.EditPeopleAsync(may, country),
                May.ManageCountries or May.OwnAccount => await gate.EditPeopleAsync(may),
                May.ReadRegion => await gate.RegionAsync(),
                May.ReadProgress => await gate.ProgressAsync(),
                May.EditCatalogues or May.KeepComparisons => await gate.EditCataloguesAsync(may),
                _ => throw new InvalidOperationException($"No door for {may}."),
            };
            return true;
        }
        catch (AccessRefusedException)
        {
            return false;
        }
    }

    private static Dictionary<(Role Role, May May), string> Read()
    {
        var lines = Table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var rights = lines[0].Skip(1).Select(Enum.Parse<May>).ToList();
        return lines.Skip(1).SelectMany(l => rights.Select((may, i) => (Key: (Enum.Parse<Role>(l[0]), may), Cell: l[i + 1])))
            .ToDictionary(c => c.Key, c => c.Cell);
    }
}
