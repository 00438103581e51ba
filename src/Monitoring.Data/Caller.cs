namespace Monitoring.Data;

/// <summary>
/// Who asks, in this request or circuit. Set once from the authentication state, by the middleware for a request and by the circuit
/// handler for a circuit; unset means nobody, and nobody gets nothing.
/// </summary>
public sealed class Caller
{
    /// <summary>The signed-in person, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The session of that sign-in; when it has ended, so has every right that came with it.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>States who asks.</summary>
    /// <exception cref="InvalidOperationException">Another person is set already: a scope serves one person for life.</exception>
    public void Is(Guid personId, Guid sessionId)
    {
        if (PersonId is { } known && (known != personId || SessionId != sessionId))
            throw new InvalidOperationException("This scope already serves another sign-in.");
        (PersonId, SessionId) = (personId, sessionId);
    }

    /// <summary>Signed out: nobody from now on.</summary>
    public void Leave() => (PersonId, SessionId) = (null, null);
}

/// <summary>One right of a person as it is now: a role in its scope.</summary>
public sealed record Grant
{
    /// <summary>The grant's id.</summary>
    public Guid Id { get; init; }
    /// <summary>The role.</summary>
    public Role Role { get; init; }
    /// <summary>Null for regional roles.</summary>
    public CountryCode? Country { get; init; }
    /// <summary>Is that country suspended?</summary>
    public bool Suspended { get; init; }
    /// <summary>The person's name as others see it.</summary>
    public string PersonName { get; init; } = "";
    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }
    /// <summary>Whose role it is: their own, or that of whom they stand in for on these days.</summary>
    public Guid HolderId { get; init; }
    /// <summary>The same by name.</summary>
    public string HolderName { get; init; } = "";
    /// <summary>Whom the person stands in for; null in a role of their own.</summary>
    public Guid? ForPersonId => HolderId == PersonId ? null : HolderId;
    /// <summary>The same by name.</summary>
    public string? ForPersonName => ForPersonId is null ? null : HolderName;
}

/// <summary>On whose behalf something is done by a deputy.</summary>
/// <param name="PersonId">Whom the deputy stands in for.</param>
/// <param name="PersonName">The same as others see it.</param>
public sealed record Behalf(Guid PersonId, string PersonName)
{
    internal static Behalf? Of(Grant grant) => grant is { ForPersonId: { } person, ForPersonName: { } name } ? new Behalf(person, name) : null;
}

/// <summary>Somebody who works in the same country.</summary>
public sealed record Colleague
{
    /// <summary>The person.</summary>
    public Guid Id { get; init; }
    /// <summary>As others see it.</summary>
    public string Name { get; init; } = "";
}

/// <summary>
/// The person has no such right, or there is no such country: one answer for both. Pages and endpoints turn it into the not-found page.
/// </summary>
public class AccessRefusedException() : Exception("There is nothing here for this person.");
