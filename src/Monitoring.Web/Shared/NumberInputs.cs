namespace Monitoring.Web.Shared;

/// <summary>What stands in the number fields of one form and is no number yet. A form with such a text is not saved.</summary>
public sealed class NumberInputs
{
    private readonly Dictionary<string, string> _unread = [];

    public bool AllRead => _unread.Count == 0;

    /// <summary>The text of a field that could not be read, as it was typed.</summary>
    public string? Of(string field) => _unread.GetValueOrDefault(field);

    public void Keep(string field, string text) => _unread[field] = text;

    public void Forget(string field) => _unread.Remove(field);
}
