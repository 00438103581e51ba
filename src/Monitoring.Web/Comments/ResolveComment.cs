using Monitoring.Data;

namespace Monitoring.Web.Comments;

/// <summary>Settles a comment, or opens it again: anybody who may comment there.</summary>
public sealed class ResolveComment(Gate gate, TimeProvider clock)
{
    public async Task<Saved<CommentRow>> RunAsync(CountryCode country, CommentRow comment, bool isResolved, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = new ResolveDraft
        {
            Id = comment.Id,
            Version = comment.Version,
            // The column keeps whole milliseconds.
            ResolvedAt = isResolved ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)) : null,
        };
        await using var db = await SaveComment.OpenAsync(gate, country, comment.InitiativeId, ct);
        var there = await db.OneAsync<CommentRow>(CommentRow.One, draft, ct);
        if (there is null || there.InitiativeId != comment.InitiativeId) return Saved.NotFound;
        return await db.SaveAsync<CommentRow>(CommentRow.One, Update, draft, CommentsRoom.Comment, c => c.Label, ct: ct);
    }

    public static readonly CountrySql Update = CountrySql.Of("""
        update Comment
           set ResolvedAt = @ResolvedAt, ResolvedBy = case when @ResolvedAt is null then null else @Person end,
               Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);
}
