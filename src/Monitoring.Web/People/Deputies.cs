using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Somebody who stands in for a focal point or a national approver of a country, on these days.</summary>
public sealed record DeputyRow
{
    public Guid Id { get; init; }
    public Role Role { get; init; }

    /// <summary>Who is represented.</summary>
    public Guid PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public string DeputyName { get; init; } = "";
    public DateOnly FromOn { get; init; }
    public DateOnly UntilOn { get; init; }
}

/// <summary>What one names: who, from when, until when.</summary>
public sealed record DeputyChoice
{
    public Guid? DeputyId { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }
}

/// <summary>A deputy has the whole role on those days, as if it were theirs: the gate reads it with the grants.</summary>
public static class DeputyRules
{
    public const int MostDays = 92;

    public static Problem? Problem(DeputyChoice choice, DateOnly today) =>
        choice.DeputyId is null ? new Problem(nameof(choice.DeputyId), "Required")
        : choice.FromOn is null ? new Problem(nameof(choice.FromOn), "Required")
        : choice.UntilOn is null ? new Problem(nameof(choice.UntilOn), "Required")
        : choice.UntilOn < today ? new Problem(nameof(choice.UntilOn), "UntilPast")
        : choice.UntilOn < choice.FromOn ? new Problem(nameof(choice.UntilOn), "UntilBeforeFrom")
        : choice.UntilOn.Value.DayNumber - choice.FromOn.Value.DayNumber > MostDays ? new Problem(nameof(choice.UntilOn), "TooLong", MostDays)
        : null;
}

/// <summary>A focal point or approver names a deputy among the people of their country, or ends it; the country sees both.</summary>
public sealed class NameDeputy(Gate gate, TimeProvider clock)
{
    public async Task<Problem?> RunAsync(CountryCode country, DeputyChoice choice, CancellationToken ct = default)
    {
        if (DeputyRules.Problem(choice, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { } wrong) return wrong;
        await using var db = await gate.EditPeopleAsync(May.OwnAccount, ct: ct);
        // Only an own role: a deputy names no deputy.
        var grants = await db.ListAsync<OwnGrant>(OwnGrants, new { CountryCode = country }, ct);
        var name = await db.OneAsync<string>(InCountry, new { CountryCode = country, Deputy = choice.DeputyId }, ct);
        if (grants.Count == 0 || name is null || choice.DeputyId == db.PersonId) return new Problem(nameof(choice.DeputyId), "NoDeputy");
        foreach (var grant in grants)
        {
            await db.WriteAsync(Add, new { Id = Guid.CreateVersion7(), GrantId = grant.Id, Deputy = choice.DeputyId, choice.FromOn, choice.UntilOn }, ct);
            await db.WriteEventAsync(Doer.Of(db), PlatformAction.DeputyNamed, country, choice.DeputyId, name, grant.Role, ct);
        }
        await db.CommitAsync(ct);
        return null;
    }

    public async Task<bool> EndAsync(CountryCode country, Guid id, CancellationToken ct = default)
    {
        await using var db = await gate.EditPeopleAsync(May.OwnAccount, ct: ct);
        var now = (await db.ListAsync<DeputyRow>(ListDeputies.OfCountry, new { CountryCode = country }, ct)).FirstOrDefault(d => d.Id == id && d.PersonId == db.PersonId);
        if (now is null || await db.WriteAsync(End, new { Id = id }, ct) != 1) return false;
        await db.WriteEventAsync(Doer.Of(db), PlatformAction.DeputyEnded, country, null, now.DeputyName, now.Role, ct);
        await db.CommitAsync(ct);
        return true;
    }

    public static readonly PlatformSql OwnGrants = PlatformSql.Of("""
        select Id, Role from PersonGrant
         where PersonId = @PersonId and CountryCode = @CountryCode and EndedAt is null and Role in ('FocalPoint', 'NationalApprover')
        """);

    public static readonly PlatformSql InCountry = PlatformSql.Of("""
        select p.DisplayName
          from Person p
         where p.Id = @Deputy and p.Disabled = 0
           and exists (select 1 from PersonGrant g where g.PersonId = p.Id and g.CountryCode = @CountryCode and g.EndedAt is null)
        """);

    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into PersonDeputy (Id, GrantId, DeputyId, FromOn, UntilOn, NamedAt, NamedBy) values (@Id, @GrantId, @Deputy, @FromOn, @UntilOn, @Now, @Person)
        """);

    public static readonly PlatformSql End = PlatformSql.Of("update PersonDeputy set EndedAt = @Now, EndedBy = @Person where Id = @Id and EndedAt is null");

    private sealed record OwnGrant
    {
        public Guid Id { get; init; }
        public Role Role { get; init; }
    }
}

/// <summary>Who stands in for whom in a country, now and later; for its people.</summary>
public sealed class ListDeputies(Gate gate)
{
    public async Task<IReadOnlyList<DeputyRow>> RunAsync(CountryCode country, CancellationToken ct = default)
    {
        if (!await gate.MayAsync(May.ReadCountry, country, ct: ct)) throw new AccessRefusedException();
        await using var db = await gate.ReadPeopleAsync(May.OwnAccount, ct: ct);
        return await db.ListAsync<DeputyRow>(OfCountry, new { CountryCode = country }, ct);
    }

    /// <summary>Whom somebody of the country can name.</summary>
    public Task<IReadOnlyList<Colleague>> ColleaguesAsync(CountryCode country, CancellationToken ct = default) => gate.ColleaguesAsync(country, ct);

    public static readonly PlatformSql OfCountry = PlatformSql.Of("""
        select d.Id, g.Role, g.PersonId, o.DisplayName as PersonName, p.DisplayName as DeputyName, d.FromOn, d.UntilOn
          from PersonDeputy d
          join PersonGrant g on g.Id = d.GrantId
          join Person o on o.Id = g.PersonId
          join Person p on p.Id = d.DeputyId
         where g.CountryCode = @CountryCode and d.EndedAt is null and g.EndedAt is null and d.UntilOn >= @Today
         order by d.FromOn, o.DisplayName
        """);
}
