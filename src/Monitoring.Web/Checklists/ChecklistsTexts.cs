namespace Monitoring.Web.Checklists;

/// <summary>The words of this room.</summary>
public sealed class ChecklistsTexts;
