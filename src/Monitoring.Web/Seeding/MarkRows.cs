using Monitoring.Data;

namespace Monitoring.Web.Seeding;

/// <summary>Marks of single fields.</summary>
internal static class MarkRows
{
    private static readonly CountrySql Add = CountrySql.Of("""
        insert into ValueMark (Country, Subject, SubjectId, Field, Mark, Note) values (@Country, @Subject, @Id, @Field, @Mark, @Note)
        """);

    /// <summary>Marks one field of a row; no mark, no row.</summary>
    public static async Task StageAsync(CountryEdit db, string subject, Guid id, string field, Mark? mark, string? note, CancellationToken ct)
    {
        if (mark is not null) await db.StageAsync(Add, new { Subject = subject, Id = id, Field = field, Mark = mark, Note = note }, ct);
    }
}
