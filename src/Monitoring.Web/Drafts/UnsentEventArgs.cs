namespace Monitoring.Web.Drafts;

/// <summary>What stood in a field when its page went, and the server had not said that it keeps it; drafts.js held it in the browser.</summary>
public sealed class UnsentEventArgs : EventArgs
{
    public string Key { get; set; } = "";
    public string Country { get; set; } = "";
    public Guid Operation { get; set; }
    public string Place { get; set; } = "";
    public string Form { get; set; } = "";
    public string Label { get; set; } = "";
    public Guid Subject { get; set; }
    public int Seen { get; set; }
    public string Field { get; set; } = "";
    public string Value { get; set; } = "";
}
