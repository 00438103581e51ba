using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Monitoring.Web.People;

/// <summary>How passwords are kept: PBKDF2 with HMAC-SHA-512 and a salt of their own, at the floor that OWASP names.</summary>
public static class PasswordHashing
{
    public const int Iterations = 210_000;

    internal static readonly PasswordHasher<PersonAccount> Hasher;

    private static readonly PersonAccount Nobody = new();
    private static readonly string HashOfNobody;

    // An explicit constructor: whoever is first pays for the hash of nobody, known or unknown.
    static PasswordHashing()
    {
        Hasher = new PasswordHasher<PersonAccount>(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
        HashOfNobody = Hash(RandomNumberGenerator.GetHexString(32));
    }

    /// <summary>As the column <c>Person.PasswordHash</c> keeps it.</summary>
    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>Takes as long as checking a password does, so that the time of the answer does not say who has an account.</summary>
    internal static void Spend(string password) => Hasher.VerifyHashedPassword(Nobody, HashOfNobody, password);
}
