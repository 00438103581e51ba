namespace Monitoring.Web.People;

/// <summary>What the account page posts to change the password.</summary>
public sealed class PasswordInput
{
    public string? Current { get; set; }
    public string? Password { get; set; }
    public string? Repeat { get; set; }
}
