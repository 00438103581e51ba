using Microsoft.AspNetCore.Identity;
using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>
/// People for ASP.NET Core Identity, through the gate's sign-in doors. Attempts are counted in <see cref="SignIn"/>, before the password
/// is looked at, so that attempts side by side cannot outrun the count; Identity's own lockout counts afterwards and is not used.
/// </summary>
public sealed class PersonStore(Gate gate)
    : IUserPasswordStore<PersonAccount>, IUserEmailStore<PersonAccount>, IUserSecurityStampStore<PersonAccount>
{
    public static readonly PlatformSql ByKey = PlatformSql.Of("""
        select Id, Email, EmailKey, DisplayName, PasswordHash, SecurityStamp, Language, FailedSignIns, Version
          from Person
         where EmailKey = @EmailKey and Disabled = 0
        """);

    public static readonly PlatformSql ById = PlatformSql.Of("""
        select Id, Email, EmailKey, DisplayName, PasswordHash, SecurityStamp, Language, FailedSignIns, Version
          from Person
         where Id = @Id and Disabled = 0
        """);

    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into Person (Id, Email, EmailKey, DisplayName, PasswordHash, SecurityStamp, Language, CreatedAt)
        values (@Id, @Email, @EmailKey, @DisplayName, @PasswordHash, @SecurityStamp, @Language, @Now)
        """);

    public static readonly PlatformSql Update = PlatformSql.Of("""
        update Person
           set Email = @Email, EmailKey = @EmailKey, DisplayName = @DisplayName, PasswordHash = @PasswordHash,
               SecurityStamp = @SecurityStamp, Language = @Language, Version = Version + 1
         where Id = @Id and Version = @Version
        """);

    public async Task<PersonAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id)) return null;
        await using var db = await gate.ReadSignInAsync(cancellationToken);
        return await db.OneAsync<PersonAccount>(ById, new { Id = id }, cancellationToken);
    }

    public async Task<PersonAccount?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var db = await gate.ReadSignInAsync(cancellationToken);
        return await db.OneAsync<PersonAccount>(ByKey, new { EmailKey = normalizedEmail }, cancellationToken);
    }

    public Task<PersonAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<IdentityResult> CreateAsync(PersonAccount user, CancellationToken cancellationToken) =>
        WriteAsync(Add, user, "DuplicateEmail", cancellationToken);

    public async Task<IdentityResult> UpdateAsync(PersonAccount user, CancellationToken cancellationToken)
    {
        var result = await WriteAsync(Update, user, "ConcurrencyFailure", cancellationToken);
        if (result.Succeeded) user.Version++;
        return result;
    }

    // History names people for ever; an account that is no longer wanted is disabled.
    public Task<IdentityResult> DeleteAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(Failed("PeopleStay"));

    private async Task<IdentityResult> WriteAsync(PlatformSql sql, PersonAccount person, string otherwise, CancellationToken ct)
    {
        await using var db = await gate.EditSignInAsync(ct);
        try
        {
            if (await db.WriteAsync(sql, person, ct) != 1) return Failed(otherwise);
        }
        catch (KeyTakenException)
        {
            return Failed("DuplicateEmail");
        }
        await db.CommitAsync(ct);
        return IdentityResult.Success;
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code });

    public Task<string> GetUserIdAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(PersonAccount user, string? userName, CancellationToken cancellationToken) =>
        SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.EmailKey);

    public Task SetNormalizedUserNameAsync(PersonAccount user, string? normalizedName, CancellationToken cancellationToken) =>
        SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public Task<string?> GetEmailAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(PersonAccount user, string? email, CancellationToken cancellationToken)
    {
        user.Email = email ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedEmailAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.EmailKey);

    public Task SetNormalizedEmailAsync(PersonAccount user, string? normalizedEmail, CancellationToken cancellationToken)
    {
        user.EmailKey = normalizedEmail ?? "";
        return Task.CompletedTask;
    }

    // Who holds the link holds the address: the one who invites has handed it over.
    public Task<bool> GetEmailConfirmedAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task SetEmailConfirmedAsync(PersonAccount user, bool confirmed, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An address is confirmed by accepting the invitation.");

    public Task<string?> GetPasswordHashAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(PersonAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<bool> HasPasswordAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(PersonAccount user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // Each call opens and closes a door of its own.
    }
}
