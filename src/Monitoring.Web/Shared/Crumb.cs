namespace Monitoring.Web.Shared;

/// <summary>A place above the page that is shown.</summary>
public sealed record Crumb(string Text, string Href);
