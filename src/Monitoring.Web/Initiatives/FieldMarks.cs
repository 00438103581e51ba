using Monitoring.Data;

namespace Monitoring.Web.Initiatives;

/// <summary>What differs for one field of a row from the row's own mark.</summary>
public sealed record ValueMarkRow
{
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";
    public Mark Mark { get; init; }
    public string? Note { get; init; }
}

/// <summary>The marks of everything on one fact sheet.</summary>
public sealed class FieldMarks(IEnumerable<ValueMarkRow> rows)
{
    public static FieldMarks None { get; } = new([]);

    private readonly Dictionary<(Guid, string), ValueMarkRow> _own = rows.ToDictionary(r => (r.SubjectId, r.Field));

    /// <summary>The mark of a field, with its source or note where it has one.</summary>
    public (Mark Mark, string? Lines, string? Note) Of<T>(T row, string field) where T : Row, IMarked =>
        _own.TryGetValue((row.Id, field), out var own) ? (own.Mark, null, own.Note) : (row.Mark, row.SourceLines, null);
}
