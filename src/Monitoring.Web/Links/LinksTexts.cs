namespace Monitoring.Web.Links;

/// <summary>The words of this room.</summary>
public sealed class LinksTexts;
