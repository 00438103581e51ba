using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>
/// The part that all givers of roles share: find or make the person, give the role, make the link. An address that has an account gets
/// the role and no link: whoever holds a link sets the password, and with it takes every other role of that person.
/// </summary>
public static class Invite
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public static readonly PlatformSql ByKey = PlatformSql.Of("""
        select Id, Email, EmailKey, DisplayName, PasswordHash, SecurityStamp, Language, FailedSignIns, Version
          from Person
         where EmailKey = @EmailKey
        """);

    /// <summary>The text key of what is wrong with the address or the name, or null.</summary>
    internal static Problem? Check(string? email, string? name) =>
        EmailRules.Problem(email) is { } badEmail ? new Problem("Email", badEmail)
        : PersonRules.NameProblem(name) is { } badName ? new Problem("Name", badName)
        : null;

    internal static async Task<Invited> GiveRoleAsync(PlatformEdit db, string email, string name, Role role, CountryCode? country, DateTime now,
        CancellationToken ct)
    {
        var known = await db.OneAsync<PersonAccount>(ByKey, new { EmailKey = EmailRules.Key(email) }, ct);
        if (known is not null && known.Id == db.PersonId) return Invited.Refused(new Problem("Email", "Grant.Self"));
        if (known is not null && await db.HoldsAsync(known.Id, role, country, ct)) return Invited.Refused(new Problem("Email", "Grant.Held"));

        var person = known ?? NewPerson.Of(email, name, passwordHash: null);
        if (known is null) await db.WriteAsync(PersonStore.Add, person, ct);
        var grant = await db.GiveAsync(Doer.Of(db), person, role, country, ct);
        var token = known is null ? await MakeLinkAsync(db, person.Id, LinkPurpose.Invitation, now + Lasts, ct) : null;
        return new Invited { PersonName = person.DisplayName, Grant = grant, Token = token, ExpiresAt = token is null ? null : now + Lasts };
    }

    internal static async Task<string> MakeLinkAsync(PlatformEdit db, Guid person, LinkPurpose purpose, DateTime expires, CancellationToken ct)
    {
        var token = SingleUseToken.New();
        await db.WriteAsync(MakeSetUpLink.Add, new
        {
            Id = Guid.CreateVersion7(),
            Hash = SingleUseToken.HashOf(token),
            Purpose = purpose,
            Whose = person,
            ExpiresAt = expires,
        }, ct);
        return token;
    }
}

/// <summary>How giving a role ended.</summary>
public sealed record Invited
{
    public Problem? Problem { get; init; }
    public string PersonName { get; init; } = "";
    public Guid Grant { get; init; }

    /// <summary>Of the invitation, shown once; null for a person who has an account.</summary>
    public string? Token { get; init; }
    public DateTime? ExpiresAt { get; init; }

    public static Invited Refused(Problem problem) => new() { Problem = problem };
}
