using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>The language that a person gets at every sign-in, on every device.</summary>
public sealed class ChangeLanguage(Gate gate)
{
    public static readonly PlatformSql Set = PlatformSql.Of("update Person set Language = @Language, Version = Version + 1 where Id = @PersonId");

    /// <returns>False for a language that the product does not speak.</returns>
    public async Task<bool> RunAsync(string? language, CancellationToken ct = default)
    {
        if (language is not ("es" or "en")) return false;
        await using var db = await gate.EditPeopleAsync(May.OwnAccount, ct: ct);
        await db.WriteAsync(Set, new { Language = language }, ct);
        await db.CommitAsync(ct);
        return true;
    }
}
