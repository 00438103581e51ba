namespace Monitoring.Data;

/// <summary>What is wrong with what was typed: the field and the key of the text that says what to do, with its values.</summary>
public sealed record Problem(string Field, string TextKey, params object[] Values);

/// <summary>How a save ended.</summary>
public enum SaveOutcome
{
    /// <summary>Written, with history; the row is as it is now.</summary>
    Saved,
    /// <summary>Not written; the problem says why.</summary>
    Refused,
    /// <summary>Not there, or another country's: the same answer.</summary>
    NotFound,
    /// <summary>Somebody saved meanwhile: the row is theirs, with who and when.</summary>
    Conflict,
}

/// <summary>The outcome of an edit of a <typeparamref name="T"/>.</summary>
public sealed record Saved<T>
{
    /// <summary>How it ended.</summary>
    public SaveOutcome Outcome { get; init; }
    /// <summary>The row as saved, or theirs on a conflict.</summary>
    public T? Row { get; init; }
    /// <summary>Why it was refused.</summary>
    public Problem? Problem { get; init; }
    /// <summary>True when the row was written (now, or by the first try of the same operation).</summary>
    public bool Ok => Outcome is SaveOutcome.Saved;

    /// <summary>From <see cref="Saved.Refused"/> or <see cref="Saved.NotFound"/>.</summary>
    public static implicit operator Saved<T>(NotSaved other) => new() { Outcome = other.Outcome, Problem = other.Problem };
}

/// <summary>An outcome without a row.</summary>
public sealed record NotSaved(SaveOutcome Outcome, Problem? Problem);

/// <summary>The outcomes of an edit.</summary>
public static class Saved
{
    /// <summary>Absent or foreign.</summary>
    public static NotSaved NotFound { get; } = new(SaveOutcome.NotFound, null);

    /// <summary>Not written because of <paramref name="problem"/>.</summary>
    public static NotSaved Refused(Problem problem) => new(SaveOutcome.Refused, problem);

    /// <summary>Somebody was first; <paramref name="theirs"/> is the row as it is now.</summary>
    public static Saved<T> Conflict<T>(T theirs) => new() { Outcome = SaveOutcome.Conflict, Row = theirs };

    /// <summary>Written.</summary>
    public static Saved<T> Done<T>(T row) => new() { Outcome = SaveOutcome.Saved, Row = row };
}
