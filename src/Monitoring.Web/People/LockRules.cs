namespace Monitoring.Web.People;

/// <summary>How long an account rests after failed attempts: five minutes after the fifth, twice as long after each five more.</summary>
public static class LockRules
{
    public const int AttemptsInARow = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    // A stranger must not be able to keep somebody out for a day.
    private const int MostDoublings = 3;

    /// <summary>How long to rest after this many failures in a row; null while more attempts are open.</summary>
    public static TimeSpan? RestAfter(int failures) =>
        failures > 0 && failures % AttemptsInARow == 0
            ? First * Math.Pow(2, Math.Min(failures / AttemptsInARow - 1, MostDoublings))
            : null;
}
