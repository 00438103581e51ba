namespace Monitoring.Web.People;

public static class PersonRules
{
    public const int LongestName = 200;

    /// <summary>The text key of what is wrong with a person's name, or null.</summary>
    public static string? NameProblem(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "Name.Missing"
        : name.Trim().Length > LongestName ? "Name.Long"
        : name.Any(char.IsControl) ? "Name.Signs"
        : null;
}

internal static class NewPerson
{
    public static PersonAccount Of(string email, string name, string? passwordHash) => new()
    {
        Email = email.Trim(),
        EmailKey = EmailRules.Key(email),
        DisplayName = name.Trim(),
        PasswordHash = passwordHash,
        SecurityStamp = NewStamp(),
        Version = 1,
    };

    public static string NewStamp() => Guid.NewGuid().ToString("N");
}
