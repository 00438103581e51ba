namespace Monitoring.Web.Checklists;

/// <summary>A country's answer to a checklist item; no row means not answered.</summary>
public enum ChecklistReply { Yes, Partly, No, NotApplicable }
