namespace Monitoring.Tests.Stage;

/// <summary>A person of the test world with one grant and one live session.</summary>
public sealed record TestPerson(Guid Id, Guid SessionId, Guid GrantId, Role Role, CountryCode? Country)
{
    /// <summary>As history shows it.</summary>
    public string Name => Country is { } country ? $"{Role} {country}" : Role.ToString();

    public string Email => Name.Replace(' ', '.').ToLowerInvariant() + "@test.example";
}
