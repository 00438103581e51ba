namespace Monitoring.Web.People;

/// <summary>Length is what protects; signs and digits are the person's choice.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>Longer ones would only make the server work.</summary>
    public const int Longest = 200;

    private const int FewestDifferent = 5;

    /// <summary>The text key of what is wrong with a new password, or null.</summary>
    public static string? Problem(string? password, string email)
    {
        if (string.IsNullOrEmpty(password)) return "Password.Missing";
        if (password.Length < Shortest) return "Password.Short";
        if (password.Length > Longest) return "Password.Long";
        if (password.Distinct().Count() < FewestDifferent) return "Password.Simple";
        var mailbox = email.Split('@')[0];
        return mailbox.Length > 0 && (password.Contains(email, StringComparison.OrdinalIgnoreCase) || IsPadded(password, mailbox))
            ? "Password.LikeEmail"
            : null;
    }

    // "maria.lopez123" is the mailbox with little added; a long phrase that happens to hold a short name is not.
    private static bool IsPadded(string password, string mailbox) =>
        mailbox.Length * 2 > password.Length && password.Contains(mailbox, StringComparison.OrdinalIgnoreCase);
}
