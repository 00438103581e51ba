using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>Somebody who stands in for a focal point or a national approver of a country, on these days.</summary>
public sealed record DeputyRow
{
    public Guid Id { get; init; }
    public Role Role { get; init; }

    /// <summary>Who is represented.</summary>
    public Guid PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public Guid DeputyId { get; init; }
    public string DeputyName { get; init; } = "";
    public DateOnly FromOn { get; init; }
    public DateOnly UntilOn { get; init; }
}

/// <summary>What one names: who, from when, until when.</summary>
public sealed record DeputyChoice
{
    public Guid? DeputyId { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }
}

/// <summary>When somebody can be named. On those days a deputy has the whole role, as if it were theirs: the gate reads it with the grants.</summary>
public static class DeputyRules
{
    public const int MostDays = 92;

    /// <summary>Both days count: at most <see cref="MostDays"/> from the first to the last, and the last is not past.</summary>
    public static Problem? Problem(DeputyChoice choice, DateOnly today) =>
        choice.DeputyId is null ? new Problem(nameof(choice.DeputyId), "Required")
        : choice.FromOn is null ? new Problem(nameof(choice.FromOn), "Required")
        : choice.UntilOn is null ? new Problem(nameof(choice.UntilOn), "Required")
        : choice.UntilOn < choice.FromOn ? new Problem(nameof(choice.UntilOn), "Deputy.UntilBeforeFrom")
        : choice.UntilOn < today ? new Problem(nameof(choice.UntilOn), "Deputy.UntilPast")
        : choice.UntilOn.Value.DayNumber - choice.FromOn.Value.DayNumber >= MostDays ? new Problem(nameof(choice.UntilOn), "Deputy.TooLong", MostDays)
        : null;

    /// <summary>Is the same person named already for one of these days?</summary>
    public static bool IsTwice(DeputyChoice choice, Guid represented, IEnumerable<DeputyRow> there) => there.Any(d =>
        d.PersonId == represented && d.DeputyId == choice.DeputyId && d.FromOn <= choice.UntilOn && d.UntilOn >= choice.FromOn);
}
