namespace Monitoring.Web.Drafts;

/// <summary>The words of this room.</summary>
public sealed class DraftsTexts;
