namespace Monitoring.Web.People;

/// <summary>A person as ASP.NET Core Identity keeps them. Its managers change the object, so it can be set.</summary>
public sealed class PersonAccount
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public string Email { get; set; } = "";

    /// <summary>See <see cref="EmailRules.Key"/>.</summary>
    public string EmailKey { get; set; } = "";

    /// <summary>As others see the person, in history too.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Null until an invitation is accepted.</summary>
    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    /// <summary><c>es</c>, <c>en</c>, or null where the person has stated no preference.</summary>
    public string? Language { get; set; }

    /// <summary>Attempts since the last that succeeded; see <see cref="LockRules"/>.</summary>
    public int FailedSignIns { get; set; }

    public int Version { get; set; }
}
