using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Who is represented ends it, the deputy gives it up, or the country's administrator takes it away; at once, also in an open circuit.</summary>
public sealed class EndDeputyship(Gate gate)
{
    /// <summary>False where it has ended already, is another country's, or is not this person's to end.</summary>
    public async Task<bool> RunAsync(CountryCode country, Guid id, CancellationToken ct = default)
    {
        var manages = await gate.MayAsync(May.ManageCountry, country, ct: ct);
        await using var db = await gate.EditPeopleAsync(May.OwnAccount, ct: ct);
        var now = (await db.ListAsync<DeputyRow>(ListDeputies.OfCountry, new { CountryCode = country }, ct)).FirstOrDefault(d => d.Id == id);
        if (now is null || !(manages || now.PersonId == db.PersonId || now.DeputyId == db.PersonId)) return false;
        if (await db.WriteAsync(End, new { Id = id }, ct) != 1) return false;
        await db.WriteEventAsync(Doer.Of(db), PlatformAction.DeputyEnded, country, now.DeputyId, now.DeputyName, now.Role, ct);
        await db.CommitAsync(ct);
        return true;
    }

    public static readonly PlatformSql End = PlatformSql.Of("update PersonDeputy set EndedAt = @Now, EndedBy = @Person where Id = @Id and EndedAt is null");
}
