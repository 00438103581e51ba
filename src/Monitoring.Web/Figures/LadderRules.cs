namespace Monitoring.Web.Figures;

/// <summary>
/// Rungs of a ladder that do not apply to a country, as a legislature of one chamber has no second to pass. They are neither reached nor
/// missed: nowhere are they a no.
/// </summary>
public static class LadderRules
{
    /// <summary>One a line.</summary>
    public static IReadOnlyList<string> Lines(string? lines) => lines?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The chosen ones as they are kept: those that the ladder has, in its order; null for none.</summary>
    public static string? Join(IReadOnlyCollection<string> chosen, IEnumerable<string> steps) =>
        string.Join('\n', steps.Where(chosen.Contains)) is { Length: > 0 } lines ? lines : null;
}
