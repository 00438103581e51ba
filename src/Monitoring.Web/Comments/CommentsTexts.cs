using Microsoft.Extensions.Localization;

namespace Monitoring.Web.Comments;

/// <summary>The words of this room.</summary>
public sealed class CommentsTexts;

public static class CommentsTextsOf
{
    /// <summary>What a field of a draft is called on screen.</summary>
    public static string FieldName(this IStringLocalizer<CommentsTexts> texts, string field) => texts["Field." + field];
}
