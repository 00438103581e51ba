using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>A link for one person becomes their password and their first session; every session and link from before ends.</summary>
public sealed class AcceptInvitation(Gate gate, StartSession start)
{
    public static readonly PlatformSql Use = PlatformSql.Of("""
        update SingleUseLink
           set UsedAt = @Now
         where TokenHash = @Hash and Purpose in ('Invitation', 'NewPassword') and UsedAt is null and ExpiresAt > @Now
        """);

    public static readonly PlatformSql PersonOfLink = PlatformSql.Of("""
        select p.Id, p.Email, p.EmailKey, p.DisplayName, p.PasswordHash, p.SecurityStamp, p.Language, p.FailedSignIns, p.Version
          from SingleUseLink l
          join Person p on p.Id = l.PersonId
         where l.TokenHash = @Hash and p.Disabled = 0
        """);

    public static readonly PlatformSql UseOthers = PlatformSql.Of("""
        update SingleUseLink set UsedAt = @Now where PersonId = @Whose and UsedAt is null
        """);

    public static readonly PlatformSql EndSessions = PlatformSql.Of("""
        update PersonSession set EndedAt = @Now where PersonId = @Whose and EndedAt is null
        """);

    public static readonly PlatformSql CountriesOf = PlatformSql.Of("""
        select distinct CountryCode from PersonGrant where PersonId = @Whose and EndedAt is null and CountryCode is not null
        """);

    /// <returns>Null when done and signed in, else what is wrong.</returns>
    public async Task<Problem?> RunAsync(string? token, string name, string password, string repeated, string language, string? device, CancellationToken ct = default)
    {
        var key = new { Hash = SingleUseToken.HashOf(token) };
        PersonAccount? person;
        await using (var reading = await gate.ReadSignInAsync(ct)) person = await reading.OneAsync<PersonAccount>(PersonOfLink, key, ct);
        if (person is null) return new Problem("Token", "Link.Gone");
        if (PersonRules.NameProblem(name) is { } badName) return new Problem("Name", badName);
        if (PasswordRules.Problem(password, person.Email) is { } badPassword) return new Problem("Password", badPassword, PasswordRules.Shortest);
        if (password != repeated) return new Problem("Repeat", "Password.Differs");

        var action = person.PasswordHash is null ? PlatformAction.InvitationAccepted : PlatformAction.PasswordRenewed;
        person.DisplayName = name.Trim();
        // Before the transaction: hashing is slow on purpose and would hold everybody's lock.
        person.PasswordHash = PasswordHashing.Hash(password);
        person.SecurityStamp = NewPerson.NewStamp();
        person.Language ??= language;
        await using (var db = await gate.EditSignInAsync(ct))
        {
            if (await db.WriteAsync(Use, key, ct) != 1 || await db.WriteAsync(PersonStore.Update, person, ct) != 1)
                return new Problem("Token", "Link.Gone");
            await db.WriteAsync(UseOthers, new { Whose = person.Id }, ct);
            await db.WriteAsync(EndSessions, new { Whose = person.Id }, ct);
            await TellAsync(db, person, action, ct);
            await db.CommitAsync(ct);
        }
        await start.RunAsync(person, device, ct);
        return null;
    }

    private static async Task TellAsync(PlatformEdit db, PersonAccount person, PlatformAction action, CancellationToken ct)
    {
        var doer = new Doer(person.Id, person.DisplayName);
        var countries = await db.ListAsync<CountryCode>(CountriesOf, new { Whose = person.Id }, ct);
        foreach (var country in countries) await db.WriteEventAsync(doer, action, country, person.Id, person.DisplayName, null, ct);
        if (countries.Count == 0) await db.WriteEventAsync(doer, action, null, person.Id, person.DisplayName, null, ct);
    }
}
