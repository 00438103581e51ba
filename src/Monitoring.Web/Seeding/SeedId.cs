using Monitoring.Web.Shared;

namespace Monitoring.Web.Seeding;

/// <summary>
/// Ids of loaded rows come from what the row is, not from chance: the same file gives the same rows on every installation, so a
/// snapshot of it has the same bytes, and two instances that start at once mean the same row.
/// </summary>
public static class SeedId
{
    /// <summary>The id of what the parts name.</summary>
    public static Guid Of(params ReadOnlySpan<object> parts) => NamedId.Of(["monitoring-seed", .. parts]);
}
