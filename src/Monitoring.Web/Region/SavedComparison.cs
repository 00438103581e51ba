using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Region;

/// <summary>A comparison kept under a name: the choice, not what it said. Its owner's, or for the whole secretariat.</summary>
public sealed record SavedComparison : Row
{
    public Guid OwnerId { get; init; }
    public string OwnerName { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>The rest of the page's address: <c>countries=hnd,mex&amp;rows=results</c>.</summary>
    public string Address { get; init; } = "";
    public bool IsShared { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>The reader's own: only they rename, share or delete it.</summary>
    public bool IsOwn { get; init; }
}

public sealed record SavedComparisonDraft : Draft
{
    public string Name { get; init; } = "";
    public string Address { get; init; } = "";
    public bool IsShared { get; init; }
}

public static class SavedComparisonRules
{
    public const int Name = 120, Address = 1000;

    public static Problem? Problem(SavedComparisonDraft draft) =>
        TextRules.Problem(nameof(draft.Name), draft.Name, Name, isRequired: true)
        ?? (draft.Address.Length is 0 or > Address ? new Problem(nameof(draft.Name), "NothingToKeep") : null);
}
