using Monitoring.Data;
using Monitoring.Web.Shared;

namespace Monitoring.Web.Comments;

public static class CommentRules
{
    public const int Text = 4000;

    /// <summary>Where a comment stands: its page opens the thread that its address asks for.</summary>
    public static string Href(CountryCode country, string place, string label)
    {
        var parts = place.Split('#', 2);
        return $"/{country.Slug}/{parts[0]}{(parts[0].Contains('?') ? '&' : '?')}comments={Uri.EscapeDataString(label)}{(parts.Length == 2 ? "#" + parts[1] : "")}";
    }

    public static Problem? Problem(CommentDraft draft) => TextRules.Problem(nameof(draft.Text), draft.Text, Text, isRequired: true);

    /// <summary>Whom a text names with @ before the name; of two names that begin alike the longer one.</summary>
    public static IReadOnlyList<Colleague> Mentioned(string text, IEnumerable<Colleague> colleagues)
    {
        var mentioned = new List<Colleague>();
        var left = text;
        foreach (var colleague in colleagues.OrderByDescending(c => c.Name.Length))
        {
            var name = "@" + colleague.Name;
            if (!left.Contains(name, StringComparison.CurrentCultureIgnoreCase)) continue;
            mentioned.Add(colleague);
            left = left.Replace(name, "", StringComparison.CurrentCultureIgnoreCase);
        }
        return mentioned;
    }
}
