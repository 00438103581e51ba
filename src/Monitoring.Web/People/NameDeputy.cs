using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.People;

/// <summary>A focal point or approver names a deputy among the people of their country; the country sees it.</summary>
public sealed class NameDeputy(Gate gate, TimeProvider clock)
{
    public async Task<Problem?> RunAsync(CountryCode country, DeputyChoice choice, CancellationToken ct = default)
    {
        if (DeputyRules.Problem(choice, clock.Today()) is { } wrong) return wrong;
        await using var db = await gate.EditPeopleAsync(May.OwnAccount, ct: ct);
        // Only an own role: a deputy names no deputy.
        var grants = await db.ListAsync<OwnGrant>(OwnGrants, new { CountryCode = country }, ct);
        var name = await db.OneAsync<string>(InCountry, new { CountryCode = country, Deputy = choice.DeputyId }, ct);
        if (grants.Count == 0 || db.PersonId is not { } me || name is null || choice.DeputyId == me) return new Problem(nameof(choice.DeputyId), "Deputy.NotThis");
        if (DeputyRules.IsTwice(choice, me, await db.ListAsync<DeputyRow>(ListDeputies.OfCountry, new { CountryCode = country }, ct)))
            return new Problem(nameof(choice.DeputyId), "Deputy.Twice");
        foreach (var grant in grants)
        {
            await db.WriteAsync(Add, new { Id = Guid.CreateVersion7(), GrantId = grant.Id, Deputy = choice.DeputyId, choice.FromOn, choice.UntilOn }, ct);
            await db.WriteEventAsync(Doer.Of(db), PlatformAction.DeputyNamed, country, choice.DeputyId, name, grant.Role, ct);
        }
        await db.CommitAsync(ct);
        return null;
    }

    public static readonly PlatformSql OwnGrants = PlatformSql.Of("""
        select g.Id, g.Role
          from PersonGrant g
          join Country c on c.Code = g.CountryCode
         where g.PersonId = @PersonId and g.CountryCode = @CountryCode and g.EndedAt is null and g.Role in ('FocalPoint', 'NationalApprover')
           and c.Suspended = 0
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

    private sealed record OwnGrant
    {
        public Guid Id { get; init; }
        public Role Role { get; init; }
    }
}
