using System.Reflection;
using Monitoring.Data;

namespace Monitoring.Web.Shared;

/// <summary>A field that two people changed to different values since one of them began to edit.</summary>
public sealed record Clash(string Field, object? Before, object? Theirs, object? Mine);

/// <summary>
/// Brings an edit together with what somebody saved meanwhile. A field that only one of the two changed has one answer; a field
/// that both changed is a clash, and only a person decides it.
/// </summary>
public static class Merge
{
    private static readonly string[] Frame = [nameof(Draft.Id), nameof(Draft.Version), nameof(Draft.Operation)];

    public static IReadOnlyList<Clash> Clashes(Row seen, Draft mine, Row theirs) => Fields(mine)
        .Select(f => new Clash(f.Name, Of(seen, f), Of(theirs, f), f.GetValue(mine)))
        .Where(c => !Equals(c.Before, c.Mine) && !Equals(c.Before, c.Theirs) && !Equals(c.Theirs, c.Mine))
        .ToList();

    /// <summary>
    /// <paramref name="mine"/> on top of <paramref name="theirs"/>: what I left alone is theirs, what I changed is mine unless
    /// <paramref name="takeTheirs"/> names it.
    /// </summary>
    public static TDraft Onto<TDraft>(Row theirs, Row seen, TDraft mine, IReadOnlySet<string> takeTheirs) where TDraft : Draft
    {
        var merged = mine with { Version = theirs.Version };
        foreach (var field in Fields(mine))
            if (takeTheirs.Contains(field.Name) || Equals(Of(seen, field), field.GetValue(mine)))
                field.SetValue(merged, Of(theirs, field));
        return merged;
    }

    private static IEnumerable<PropertyInfo> Fields(Draft draft) =>
        draft.GetType().GetProperties().Where(p => p.CanWrite && !Frame.Contains(p.Name));

    private static object? Of(Row row, PropertyInfo field) =>
        (row.GetType().GetProperty(field.Name) ?? throw new InvalidOperationException($"{row.GetType().Name} has no {field.Name}.")).GetValue(row);
}
