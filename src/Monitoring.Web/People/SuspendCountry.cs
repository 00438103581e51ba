using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>A suspended country's people read and nobody writes; resuming gives it all back.</summary>
public sealed class SuspendCountry(Gate gate)
{
    public static readonly PlatformSql Set = PlatformSql.Of("""
        update Country
           set Suspended = @Suspended, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Code = @Code and Suspended <> @Suspended
        """);

    /// <returns>False when it was so already.</returns>
    public async Task<bool> RunAsync(CountryCode country, bool suspended, CancellationToken ct = default)
    {
        await using var db = await gate.EditPeopleAsync(May.ManageCountries, country, ct);
        if (await db.WriteAsync(Set, new { Code = country, Suspended = suspended }, ct) != 1) return false;
        var action = suspended ? PlatformAction.CountrySuspended : PlatformAction.CountryResumed;
        await db.WriteEventAsync(Doer.Of(db), action, country, null, null, null, ct);
        await db.CommitAsync(ct);
        return true;
    }
}
