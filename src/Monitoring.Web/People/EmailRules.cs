using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Monitoring.Web.People;

/// <summary>What an e-mail address must be.</summary>
public static partial class EmailRules
{
    public const int Longest = 200;

    /// <summary>The text key of what is wrong, or null.</summary>
    public static string? Problem(string? email) =>
        string.IsNullOrWhiteSpace(email) ? "Email.Missing"
        : email.Trim().Length > Longest || !Shape().IsMatch(email.Trim()) ? "Email.Shape"
        : null;

    /// <summary>The one spelling under which an address is found again.</summary>
    public static string Key(string? email) => (email ?? "").Trim().ToUpperInvariant();

    // Plain ASCII only: two addresses that look alike would be two people.
    [GeneratedRegex(@"^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$")]
    private static partial Regex Shape();
}

internal sealed class EmailKeys : ILookupNormalizer
{
    public string? NormalizeName(string? name) => EmailRules.Key(name);

    public string? NormalizeEmail(string? email) => EmailRules.Key(email);
}
