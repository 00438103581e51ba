using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Monitoring.Data;

/// <summary>Where a value comes from. Follows the value into every screen, chart, export and document.</summary>
public enum Mark
{
    /// <summary>By a person of the country, in this system.</summary>
    Reported,
    /// <summary>In the source document.</summary>
    Stated,
    /// <summary>Arithmetic on stated values.</summary>
    Derived,
    /// <summary>Read between the lines of the source.</summary>
    Inferred,
    /// <summary>Made up for the demo.</summary>
    Illustrative,
}

/// <summary>A row that people edit.</summary>
public abstract record Row
{
    /// <summary>Made by the application.</summary>
    public Guid Id { get; init; }
    /// <summary>Grows by one with each save; a save of an older version is a conflict.</summary>
    public int Version { get; init; }
    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; init; }
    /// <summary>The name of whoever saved last.</summary>
    public string ChangedBy { get; init; } = "";
}

/// <summary>A row with a provenance mark and the lines of its source.</summary>
public interface IMarked
{
    /// <summary>The mark of the row; a value mark overrides it for one field.</summary>
    Mark Mark { get; }
    /// <summary>Lines of the source text, or null.</summary>
    string? SourceLines { get; }

    /// <summary>The mark of one field where a column of its own holds it; that of the row otherwise.</summary>
    Mark MarkOf(string field) => Mark;
}

/// <summary>
/// What a person wants a row to become. Its properties other than these three are the tracked fields; each needs a property of the
/// same name on the row.
/// </summary>
public abstract record Draft
{
    /// <summary>Of the row; a new one for an addition.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The version that the person saw; 0 for an addition.</summary>
    public int Version { get; init; }
    /// <summary>Made when editing began: a retry of the same save carries the same id and is written once.</summary>
    public Guid Operation { get; init; } = Guid.CreateVersion7();
}

/// <summary>What was done, for the audit chain.</summary>
public enum ChangeAction
{
    /// <summary>A new row.</summary>
    Added,
    /// <summary>Fields of a row.</summary>
    Edited,
    /// <summary>Taken out of use; still in history.</summary>
    Retired,
    /// <summary>An earlier value brought back as a new change.</summary>
    Restored,
    /// <summary>From a file, by a job.</summary>
    Loaded,
    /// <summary>A report sent to the national approver.</summary>
    Sent,
    /// <summary>A report approved nationally.</summary>
    Approved,
    /// <summary>A report given back with a reason.</summary>
    Returned,
    /// <summary>A report taken back by its sender.</summary>
    Recalled,
    /// <summary>A report accepted by the secretariat and frozen.</summary>
    Accepted,
    /// <summary>An accepted report published.</summary>
    Published,
    /// <summary>A published value corrected, with a reason.</summary>
    Restated,
}

/// <summary>One field from one value to another, as invariant text; the door adds the mark and source that the old value had.</summary>
/// <param name="Field">The property.</param>
/// <param name="OldValue">Before; null where there was none.</param>
/// <param name="NewValue">After; null where there is none.</param>
/// <param name="OldMark">The mark that the old value had.</param>
/// <param name="OldSource">The source that the old value had.</param>
/// <param name="RowId">The row of the same table that changed, where one operation changed several; null: the subject of the link.</param>
public sealed record FieldChange(string Field, string? OldValue, string? NewValue, Mark? OldMark = null, string? OldSource = null, Guid? RowId = null);

/// <summary>One operation as history tells it.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Subject">The table, without decoration: <c>NextStep</c>.</param>
/// <param name="SubjectId">The row.</param>
/// <param name="Label">What a person would call it: <c>HN-MAHE-N2</c>.</param>
/// <param name="Fields">The fields that changed.</param>
/// <param name="Reason">Why, where the rules ask for it.</param>
public sealed record Change(ChangeAction Action, string Subject, Guid SubjectId, string Label, IReadOnlyList<FieldChange> Fields, string? Reason = null)
{
    private static readonly string[] Untracked = [nameof(Draft.Id), nameof(Draft.Version), nameof(Draft.Operation)];

    /// <summary>The tracked fields of <paramref name="draft"/> that differ from <paramref name="before"/>; with no row before, all that are set.</summary>
    /// <exception cref="InvalidOperationException">The draft has a field that the row lacks.</exception>
    public static IReadOnlyList<FieldChange> Between(Row? before, Draft draft)
    {
        var changes = new List<FieldChange>();
        foreach (var field in Tracked(draft.GetType()))
        {
            var now = field.GetValue(draft);
            object? was = null;
            if (before is not null)
            {
                var twin = before.GetType().GetProperty(field.Name)
                    ?? throw new InvalidOperationException($"{before.GetType().Name} has no {field.Name} to compare with.");
                was = twin.GetValue(before);
            }
            if (Equals(was, now)) continue;
            changes.Add(new FieldChange(field.Name, was is null ? null : Session.Invariant(was), now is null ? null : Session.Invariant(now)));
        }
        return changes;
    }

    private static IEnumerable<PropertyInfo> Tracked(Type draft) =>
        draft.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !Untracked.Contains(p.Name));

    /// <summary>SHA-256 (hex) of a link: everything in it, its field changes in order, and the hash before it.</summary>
    internal static string HashOf(CountryCode country, int linkNo, DateTime at, Guid? personId, string personName, Behalf? behalf, Change change, Guid operation, string previous)
    {
        var text = new StringBuilder();
        // Length before text: two different links can never read the same.
        void Put(object? value)
        {
            var s = Session.Invariant(value);
            text.Append(s.Length).Append(':').Append(s).Append(value is null ? '-' : '+');
        }
        // First, and marked by what is no country: a link without one reads as links did before there were deputies.
        if (behalf is not null) foreach (var value in (object[])["for", behalf.PersonId, behalf.PersonName]) Put(value);
        foreach (var value in (object?[])[country, linkNo, at, personId, personName, change.Action, change.Subject, change.SubjectId,
            change.Label, operation, change.Reason, previous]) Put(value);
        foreach (var field in change.Fields)
        {
            Put(field.Field);
            Put(field.OldValue);
            Put(field.NewValue);
            Put(field.OldMark);
            Put(field.OldSource);
            if (field.RowId is { } row) Put(row);
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
