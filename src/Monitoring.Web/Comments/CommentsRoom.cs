namespace Monitoring.Web.Comments;

/// <summary>What people of a country say to each other about an initiative, a result, a step or anything else of theirs.</summary>
public static class CommentsRoom
{
    /// <summary>The table, and its name in history.</summary>
    public const string Comment = "Comment";

    public static readonly string[] Owns = [Comment, "CommentMention"];
    public static readonly string[] Reads = ["Initiative", "Result", "NextStep", "Indicator", "Measurement", "Commitment", "ChecklistAnswer", "ChecklistItem"];

    public static IServiceCollection AddCommentsRoom(this IServiceCollection services) => services
        .AddScoped<ListComments>()
        .AddScoped<SaveComment>()
        .AddScoped<ResolveComment>()
        .AddScoped<CommentEdits>();
}
