using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>The set-up link makes the first Administrator, once.</summary>
public sealed class SetUpInstallation(Gate gate, StartSession start)
{
    public static readonly PlatformSql Use = PlatformSql.Of("""
        update SingleUseLink
           set UsedAt = @Now
         where TokenHash = @Hash and Purpose = 'SetUp' and UsedAt is null and ExpiresAt > @Now
           and not exists (select 1 from Person)
        """);

    /// <returns>Null when done and signed in, else what is wrong.</returns>
    public async Task<Problem?> RunAsync(string? token, string name, string email, string password, string repeated, string? device, CancellationToken ct = default)
    {
        if (PersonRules.NameProblem(name) is { } badName) return new Problem("Name", badName);
        if (EmailRules.Problem(email) is { } badEmail) return new Problem("Email", badEmail);
        if (PasswordRules.Problem(password, email) is { } badPassword) return new Problem("Password", badPassword, PasswordRules.Shortest);
        if (password != repeated) return new Problem("Repeat", "Password.Differs");

        var person = NewPerson.Of(email, name, PasswordHashing.Hash(password));
        await using (var db = await gate.EditSignInAsync(ct))
        {
            if (await db.WriteAsync(Use, new { Hash = SingleUseToken.HashOf(token) }, ct) != 1) return new Problem("Token", "Link.Gone");
            await db.WriteAsync(PersonStore.Add, person, ct);
            var doer = new Doer(person.Id, person.DisplayName);
            await db.GiveAsync(doer, person, Role.Administrator, null, ct);
            await db.WriteEventAsync(doer, PlatformAction.InstallationSetUp, null, person.Id, person.DisplayName, null, ct);
            await db.CommitAsync(ct);
        }
        await start.RunAsync(person, device, ct);
        return null;
    }
}
