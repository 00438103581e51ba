using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>What was done to people, grants and countries.</summary>
public enum PlatformAction
{
    InstallationSetUp, CountryAdded, CountrySuspended, CountryResumed, SharingSwitchedOn, SharingSwitchedOff,
    GrantGiven, GrantEnded, LinkMade, InvitationAccepted, PasswordRenewed, TotalsUnequal, DeputyNamed, DeputyEnded,
}

/// <summary>Each of these deeds leaves a row in its own transaction; the country concerned sees it.</summary>
public static class PlatformEvents
{
    public static readonly PlatformSql Add = PlatformSql.Of("""
        insert into PlatformEvent (Id, HappenedAt, PersonId, PersonName, Action, CountryCode, SubjectPersonId, SubjectName, Detail)
        values (@Id, @Now, @By, @ByName, @Action, @CountryCode, @SubjectPersonId, @SubjectName, @Detail)
        """);

    /// <summary>A deed of <paramref name="by"/>.</summary>
    internal static Task WriteEventAsync(this PlatformEdit db, Doer by, PlatformAction action, CountryCode? country, Guid? subject, string? subjectName,
        Role? role, CancellationToken ct) => db.WriteAsync(Add, new
        {
            Id = Guid.CreateVersion7(),
            By = by.Id,
            ByName = by.Name,
            Action = action,
            CountryCode = country,
            SubjectPersonId = subject,
            SubjectName = subjectName,
            Detail = role?.ToString(),
        }, ct);
}

/// <summary>Who does something to people or countries, as the event shows them for ever.</summary>
internal sealed record Doer(Guid? Id, string Name)
{
    public static Doer Of(PlatformDb door) => new(door.PersonId, door.PersonName);
}
