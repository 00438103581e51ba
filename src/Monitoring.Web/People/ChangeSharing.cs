using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>A country decides whether the region sees its status facts before national approval.</summary>
public sealed class ChangeSharing(Gate gate)
{
    public static readonly PlatformSql Set = PlatformSql.Of("""
        update Country
           set SharesDrafts = @Shares, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Code = @Code and SharesDrafts <> @Shares
        """);

    /// <returns>False when it was so already.</returns>
    public async Task<bool> RunAsync(CountryCode country, bool shares, CancellationToken ct = default)
    {
        await using var db = await gate.EditPeopleAsync(May.ManageCountry, country, ct);
        if (await db.WriteAsync(Set, new { Code = country, Shares = shares }, ct) != 1) return false;
        var action = shares ? PlatformAction.SharingSwitchedOn : PlatformAction.SharingSwitchedOff;
        await db.WriteEventAsync(Doer.Of(db), action, country, null, null, null, ct);
        await db.CommitAsync(ct);
        return true;
    }
}
