using Monitoring.Data;

namespace Monitoring.Web.People;

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
        select d.Id, g.Role, g.PersonId, o.DisplayName as PersonName, d.DeputyId, p.DisplayName as DeputyName, d.FromOn, d.UntilOn
          from PersonDeputy d
          join PersonGrant g on g.Id = d.GrantId
          join Person o on o.Id = g.PersonId
          join Person p on p.Id = d.DeputyId
         where g.CountryCode = @CountryCode and d.EndedAt is null and g.EndedAt is null and d.UntilOn >= @Today
         order by d.FromOn, o.DisplayName
        """);
}
