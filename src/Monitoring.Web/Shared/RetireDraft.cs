using Monitoring.Data;

namespace Monitoring.Web.Shared;

/// <summary>Takes a row out of use, or (null) brings it back.</summary>
public sealed record RetireDraft : Draft
{
    public DateTime? RetiredAt { get; init; }

    /// <summary>Out of use from now on.</summary>
    public static RetireDraft Of(Row row, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // The column keeps whole milliseconds.
        return new RetireDraft { Id = row.Id, Version = row.Version, RetiredAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)) };
    }

    /// <summary>In use again.</summary>
    public static RetireDraft Undo(Row row) => new() { Id = row.Id, Version = row.Version };
}
