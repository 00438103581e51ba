using System.Security.Cryptography;

namespace Monitoring.Web.Shared;

/// <summary>A short number that a person can read out on the telephone and that is found again in the log.</summary>
public static class Reference
{
    // Without letters and digits that are mistaken for each other.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string New() => $"{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}";
}
