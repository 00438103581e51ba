namespace Monitoring.Data;

/// <summary>What holds a country's rows still: its report of a cycle, where that stands, since when, and who brought it there.</summary>
public sealed record CountryLock
{
    /// <summary>The lock on a whole country; none while no report is on its way.</summary>
    internal static readonly CountrySql OfCountry = CountrySql.Of("""
        select CycleCode, State, LockedAt, LockedBy from country_lock where Country = @Country order by LockedAt
        """);

    /// <summary>The accepted cycles that cover a period row, the earliest first.</summary>
    internal static readonly CountrySql OfRow = CountrySql.Of("""
        select CycleCode, 'Accepted' as State, LockedAt, LockedBy
          from closed_row
         where Country = @Country and Subject = @Subject and SubjectId = @SubjectId
         order by EndsOn
        """);

    /// <summary>The cycle whose report it is.</summary>
    public string CycleCode { get; init; } = "";
    /// <summary><c>Submitted</c>, <c>Approved</c> or <c>Accepted</c>.</summary>
    public string State { get; init; } = "";
    /// <summary>UTC.</summary>
    public DateTime LockedAt { get; init; }
    /// <summary>The name of whoever sent, approved or accepted.</summary>
    public string LockedBy { get; init; } = "";

    /// <summary>The refusal of an edit: text <c>Locked.Submitted</c> … with cycle, person and day.</summary>
    public Problem AsProblem(string subject) => new(subject, "Locked." + State, CycleCode, LockedBy, LockedAt);
}

/// <summary>The right is there and the row is not open to it now; <see cref="Problem"/> says why, who closed it and how to ask.</summary>
public sealed class LockedException(Problem problem) : AccessRefusedException
{
    /// <summary>For the form: the same that a save answers.</summary>
    public Problem Problem { get; } = problem;
}
