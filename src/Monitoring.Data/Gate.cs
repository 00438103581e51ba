namespace Monitoring.Data;

/// <summary>
/// Who may do what where. The only maker of doors: each call reads the person's grants as they are now, so a right that was taken
/// away is gone at the next click, however long the circuit has lived.
/// </summary>
public sealed class Gate(Database database, Caller caller, TimeProvider clock)
{
    /// <summary>The grants of the caller whose session and account are alive, and on their days those of whom they stand in for, as long as
    /// both belong to that country; empty for nobody.</summary>
    public static readonly PlatformSql GrantsOfCaller = PlatformSql.Of("""
        select g.Id, g.Role, g.CountryCode as Country, coalesce(c.Suspended, 0) as Suspended, p.DisplayName as PersonName,
               p.Id as PersonId, p.Id as HolderId, p.DisplayName as HolderName
          from PersonSession s
          join Person p on p.Id = s.PersonId
          join PersonGrant g on g.PersonId = p.Id
          left join Country c on c.Code = g.CountryCode
         where s.Id = @SessionId and s.PersonId = @PersonId and s.EndedAt is null and s.ExpiresAt > @Now
           and p.Disabled = 0 and g.EndedAt is null
        union all
        select g.Id, g.Role, g.CountryCode as Country, coalesce(c.Suspended, 0) as Suspended, p.DisplayName as PersonName,
               p.Id as PersonId, o.Id as HolderId, o.DisplayName as HolderName
          from PersonSession s
          join Person p on p.Id = s.PersonId
          join PersonDeputy d on d.DeputyId = p.Id
          join PersonGrant g on g.Id = d.GrantId
          join Person o on o.Id = g.PersonId
          left join Country c on c.Code = g.CountryCode
         where s.Id = @SessionId and s.PersonId = @PersonId and s.EndedAt is null and s.ExpiresAt > @Now
           and p.Disabled = 0 and d.EndedAt is null and d.FromOn <= @Day and d.UntilOn >= @Day
           and g.EndedAt is null and o.Disabled = 0 and g.Role in ('FocalPoint', 'NationalApprover')
           and exists (select 1 from PersonGrant x where x.PersonId = p.Id and x.CountryCode = g.CountryCode and x.EndedAt is null)
        """);

    /// <summary>The caller whose session and account are alive, whatever they hold: enough for the own account.</summary>
    public static readonly PlatformSql PersonOfCaller = PlatformSql.Of("""
        select p.DisplayName as PersonName
          from PersonSession s
          join Person p on p.Id = s.PersonId
         where s.Id = @SessionId and s.PersonId = @PersonId and s.EndedAt is null and s.ExpiresAt > @Now and p.Disabled = 0
        """);

    /// <summary>Is the initiative among those of a contributor's grant?</summary>
    public static readonly PlatformSql InitiativeOfGrant = PlatformSql.Of("""
        select count(*) from GrantInitiative where GrantId = @GrantId and InitiativeId = @InitiativeId
        """);

    /// <summary>The country, if it is here, and whether it is suspended.</summary>
    public static readonly PlatformSql SuspensionOfCountry = PlatformSql.Of("select Suspended from Country where Code = @Code");

    /// <summary>Who holds a role in a country, by name.</summary>
    public static readonly PlatformSql PeopleOfCountry = PlatformSql.Of("""
        select distinct p.Id, p.DisplayName as Name
          from PersonGrant g
          join Person p on p.Id = g.PersonId
         where g.CountryCode = @Code and g.EndedAt is null and p.Disabled = 0
         order by p.DisplayName
        """);

    /// <summary>The people of a country by name, for those who read it: whom a comment can mention. Nothing else of them is told.</summary>
    /// <exception cref="AccessRefusedException">No such right, or no such country.</exception>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CountryCode country, CancellationToken ct = default)
    {
        var (session, _) = await EnterAsync(May.ReadCountry, country, null, edit: false, ct);
        await using (session) return await session.ListAsync<Colleague>(PeopleOfCountry, new { Code = country }, ct);
    }

    /// <summary>What the caller holds now, for the chooser and the menu.</summary>
    public async Task<IReadOnlyList<Grant>> GrantsAsync(CancellationToken ct = default)
    {
        if (caller.PersonId is null) return [];
        await using var session = await Session.OpenAsync(database, edit: false, ct);
        return await GrantsAsync(session, ct);
    }

    /// <summary>May the caller do this there now? For hiding controls; a door asks again. While a country's report is on its way nobody
    /// may edit its living rows, whatever their right.</summary>
    public async Task<bool> MayAsync(May may, CountryCode? country = null, Guid? initiative = null, CancellationToken ct = default)
    {
        if (caller.PersonId is null) return false;
        await using var session = await Session.OpenAsync(database, edit: false, ct);
        if (await FindAsync(session, may, country, initiative, ct) is null) return false;
        if (!Rights.EditsLivingRows(may)) return true;
        session.Bound["Country"] = country;
        await session.ForCountryAsync(country!.Value, ct);
        return (await session.ListAsync<CountryLock>(CountryLock.OfCountry, null, ct)).Count == 0;
    }

    /// <summary>Does the caller hold this right there? For audiences: a page whose rows are locked is still a page, and says why.</summary>
    public async Task<bool> HoldsAsync(May may, CountryCode? country = null, CancellationToken ct = default)
    {
        if (caller.PersonId is null) return false;
        await using var session = await Session.OpenAsync(database, edit: false, ct);
        return await FindAsync(session, may, country, null, ct) is not null;
    }

    /// <summary>The role by which the caller does this there now: one of their own before one in which they stand in for somebody; null: they
    /// may not.</summary>
    public async Task<Grant?> RoleForAsync(May may, CountryCode country, CancellationToken ct = default)
    {
        if (caller.PersonId is null) return null;
        await using var session = await Session.OpenAsync(database, edit: false, ct);
        return await FindAsync(session, may, country, null, ct);
    }

    /// <summary>A country's tables, to read.</summary>
    /// <exception cref="AccessRefusedException">No such right, or no such country.</exception>
    public async Task<CountryDb> ReadAsync(CountryCode country, May may = May.ReadCountry, CancellationToken ct = default)
    {
        if (!Rights.OpensCountry(may)) throw new ArgumentOutOfRangeException(nameof(may), may, "No right over a country's tables.");
        var (session, _) = await EnterAsync(may, country, null, edit: false, ct);
        return new CountryDb(session, country);
    }

    /// <summary>One edit of a country in one transaction; leaving without a save rolls back.</summary>
    /// <param name="country">From the route.</param>
    /// <param name="may">The right that the edit needs.</param>
    /// <param name="initiative">The initiative that is edited: a contributor may edit only their own. Null for what hangs on none.</param>
    /// <param name="ct">Cancels the wait for the lock.</param>
    /// <exception cref="AccessRefusedException">No such right, no such country, or a suspended one.</exception>
    /// <exception cref="DatabaseUnavailableException">Locked for longer than the busy time-out.</exception>
    public async Task<CountryEdit> EditAsync(CountryCode country, May may, Guid? initiative = null, CancellationToken ct = default)
    {
        if (!Rights.OpensCountry(may) || !Rights.Writes(may))
            throw new ArgumentOutOfRangeException(nameof(may), may, "No right to change a country's tables.");
        var (session, grant) = await EnterAsync(may, country, initiative, edit: true, ct);
        return new CountryEdit(session, country, caller.PersonId, grant.PersonName, Behalf.Of(grant), isGuarded: Rights.EditsLivingRows(may));
    }

    /// <summary>The caller's own drafts of a country in which they may still write, and nothing else.</summary>
    /// <param name="country">From the route.</param>
    /// <param name="edit">To keep or forget, and not only to list.</param>
    /// <param name="ct">Cancels the wait for the lock.</param>
    /// <exception cref="AccessRefusedException">They write nothing there any more.</exception>
    public async Task<DraftDb> DraftsAsync(CountryCode country, bool edit, CancellationToken ct = default)
    {
        var (session, _) = await EnterAsync(async s => (await GrantsAsync(s, ct))
            .FirstOrDefault(g => g.Country == country && !g.Suspended && Rights.Drafts(g.Role)), country, edit, ct);
        return new DraftDb(session, country);
    }

    /// <summary>The regional catalogues, to read; everybody who holds a role may.</summary>
    public async Task<CatalogueDb> ReadCataloguesAsync(CancellationToken ct = default)
    {
        var (session, _) = await EnterAsync(May.ReadProgress, null, null, edit: false, ct);
        return new CatalogueDb(session);
    }

    /// <summary>The regional catalogues, one edit in one transaction.</summary>
    public async Task<CatalogueEdit> EditCataloguesAsync(May may, CancellationToken ct = default)
    {
        if (may is not (May.EditCatalogues or May.KeepComparisons)) throw new ArgumentOutOfRangeException(nameof(may), may, "No right to change the catalogues.");
        var (session, _) = await EnterAsync(may, null, null, edit: true, ct);
        return new CatalogueEdit(session);
    }

    /// <summary>The region's views; reads only.</summary>
    public async Task<RegionDb> RegionAsync(CancellationToken ct = default)
    {
        var (session, _) = await EnterAsync(May.ReadRegion, null, null, edit: false, ct, Reach.Region);
        return new RegionDb(session);
    }

    /// <summary>The published views; reads only.</summary>
    public async Task<ProgressDb> ProgressAsync(CancellationToken ct = default)
    {
        var (session, _) = await EnterAsync(May.ReadProgress, null, null, edit: false, ct, Reach.Published);
        return new ProgressDb(session);
    }

    /// <summary>People and sessions before anybody is signed in: sign-in, set-up, invitations. Nothing of a country is behind it.</summary>
    public async Task<PlatformDb> ReadSignInAsync(CancellationToken ct = default) =>
        new(Bind(await Session.OpenAsync(database, edit: false, ct), "system:sign-in"));

    /// <summary>The same, one edit in one transaction.</summary>
    public async Task<PlatformEdit> EditSignInAsync(CancellationToken ct = default) =>
        new(Bind(await Session.OpenAsync(database, edit: true, ct), "system:sign-in"));

    /// <summary>People, grants and countries, for who may: <see cref="May.ManageCountries"/>, <see cref="May.ManageCountry"/> with its
    /// country, or <see cref="May.OwnAccount"/>.</summary>
    public async Task<PlatformDb> ReadPeopleAsync(May may, CountryCode? country = null, CancellationToken ct = default) =>
        new((await EnterAsync(OverPeople(may), country, null, edit: false, ct)).Session);

    /// <summary>The same, one edit in one transaction.</summary>
    public async Task<PlatformEdit> EditPeopleAsync(May may, CountryCode? country = null, CancellationToken ct = default) =>
        new((await EnterAsync(OverPeople(may), country, null, edit: true, ct)).Session);

    private static May OverPeople(May may) => may is May.ManageCountries or May.ManageCountry or May.OwnAccount
        ? may
        : throw new ArgumentOutOfRangeException(nameof(may), may, "No right over people.");

    /// <summary>The same doors for a job of the closed list, one country at a time, audited as <c>system:job</c>. Not for pages and endpoints.</summary>
    public JobGate ForJob(JobName job) => new(database, job, clock);

    private Task<(Session Session, Grant Grant)> EnterAsync(May may, CountryCode? country, Guid? initiative, bool edit, CancellationToken ct,
        Reach? reach = null) =>
        EnterAsync(session => FindAsync(session, may, country, initiative, ct), Rights.OpensCountry(may) ? country : null, edit, ct, reach);

    private async Task<(Session Session, Grant Grant)> EnterAsync(Func<Session, Task<Grant?>> find, CountryCode? country, bool edit, CancellationToken ct,
        Reach? reach = null)
    {
        if (caller.PersonId is null) throw new AccessRefusedException();
        var session = await Session.OpenAsync(database, edit, ct);
        try
        {
            var grant = await find(session) ?? throw new AccessRefusedException();
            Bind(session, grant.PersonName);
            if (country is { } one)
            {
                await session.ForCountryAsync(one, ct);
                if (edit) await session.QueueAsync(one, ct);
            }
            if (reach is { } far) await session.ForReachAsync(far, ct);
            return (session, grant);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private Session Bind(Session session, string personName)
    {
        var now = Session.Now(clock);
        session.Bound["Now"] = now;
        session.Bound["Today"] = DateOnly.FromDateTime(now);
        session.Bound["Person"] = personName;
        session.Bound["PersonId"] = caller.PersonId;
        return session;
    }

    private async Task<Grant?> FindAsync(Session session, May may, CountryCode? country, Guid? initiative, CancellationToken ct)
    {
        if (Rights.NeedsCountry(may) && country is null) throw new ArgumentNullException(nameof(country));
        if (may is May.OwnAccount) return await session.OneAsync<Grant>(PersonOfCaller, CallerNow, ct);
        foreach (var grant in await GrantsAsync(session, ct))
        {
            if (!Rights.Allow(grant.Role, may)) continue;
            if (Rights.NeedsCountry(may))
            {
                if (grant.Country != country) continue;
                if (grant.Suspended && Rights.Writes(may)) continue;
                if (grant.Role is Role.Contributor && may is May.EditInitiative or May.Comment && !await IsOwnAsync(session, grant, initiative, ct)) continue;
            }
            else if (country is { } other)
            {
                var suspended = await session.OneAsync<bool?>(SuspensionOfCountry, new { Code = other }, ct);
                if (suspended is null || (suspended is true && Rights.Writes(may))) continue;
            }
            return grant;
        }
        return null;
    }

    private static async Task<bool> IsOwnAsync(Session session, Grant grant, Guid? initiative, CancellationToken ct) =>
        initiative is { } id && await session.OneAsync<int>(InitiativeOfGrant, new { GrantId = grant.Id, InitiativeId = id }, ct) > 0;

    // Whoever holds a role themself acts for themself; of several whom they stand in for, always for the same one.
    private async Task<IReadOnlyList<Grant>> GrantsAsync(Session session, CancellationToken ct)
    {
        var now = Session.Now(clock);
        var values = new { caller.SessionId, caller.PersonId, Now = now, Day = DateOnly.FromDateTime(now) };
        return [.. (await session.ListAsync<Grant>(GrantsOfCaller, values, ct)).OrderBy(g => g.ForPersonName, StringComparer.Ordinal).ThenBy(g => g.Id)];
    }

    private object CallerNow => new { caller.SessionId, caller.PersonId, Now = Session.Now(clock) };
}
