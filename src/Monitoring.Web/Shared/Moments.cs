namespace Monitoring.Web.Shared;

public static class Moments
{
    /// <summary>The day as the doors bind it to <c>@Today</c>: UTC.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
